using MentorCloud.App.Documents;

namespace MentorCloud.App.Tests.Documents;

/// <summary>Scripts that are written from the right are joined and turned, so that they can be read.</summary>
public sealed class RowOrderTests
{
    [Theory]
    [InlineData("مرحبا", "\uFEE3\uFEAE\uFEA3\uFE92\uFE8E")]
    [InlineData("سلام", "\uFEB3\uFEFC\uFEE1")]
    [InlineData("دار", "\uFEA9\uFE8D\uFEAD")]
    [InlineData("پدر", "\uFB58\uFEAA\uFEAD")]
    [InlineData("plain שלום", "plain שלום")]
    public void Arabic_letters_take_the_form_that_their_neighbours_ask_for(string text, string joined) =>
        Assert.Equal(joined, ArabicLetters.Join(text));

    [Theory]
    [InlineData("שלום", "םולש")]
    [InlineData("(שלום)", "(םולש)")]
    [InlineData("ב2027", "2027ב")]
    [InlineData("words", "words")]
    [InlineData("日本", "日本")]
    public void Word_is_turned_and_its_numbers_are_not(string word, string drawn) => Assert.Equal(drawn, RowOrder.Visual(word));

    [Theory]
    [InlineData("one two", false, "one two")]
    [InlineData("אחד שתיים", true, "שתיים אחד")]
    [InlineData("see אחד שתיים now", false, "see שתיים אחד now")]
    [InlineData("אחד one two שתיים", true, "שתיים one two אחד")]
    [InlineData("12 אחד", true, "אחד 12")]
    public void Row_is_drawn_in_the_order_of_its_scripts(string row, bool fromRight, string drawn)
    {
        var words = row.Split(' ').SelectMany((word, place) => place == 0 ? new[] { word } : [" ", word]).ToList();

        Assert.Equal(fromRight, RowOrder.IsFromRight(row));
        Assert.Equal(drawn, string.Concat(RowOrder.Of(words, fromRight).Select(place => words[place])));
    }
}
