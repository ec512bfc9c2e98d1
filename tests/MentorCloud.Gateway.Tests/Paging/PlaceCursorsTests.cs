using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Paging;

namespace MentorCloud.Gateway.Tests.Paging;

public sealed class PlaceCursorsTests
{
    private const string List = "proposals:019b76daa8007913a8a0284615368723";
    private static readonly IReadOnlyList<int> Entries = [.. Enumerable.Range(100, 7)];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public void Pages_one_after_the_other_are_the_list_and_none_is_empty(int size)
    {
        var (read, after) = (new List<int>(), (string?)null);
        while (true)
        {
            var page = PlaceCursors.Page(List, Entries, size, after);
            Assert.NotEmpty(page.Edges);
            Assert.Equal(read.Count > 0, page.PageInfo.HasPreviousPage);
            Assert.Equal(page.Edges[^1].Cursor, page.PageInfo.EndCursor);
            read.AddRange(page.Nodes);
            Assert.Equal(read.Count < Entries.Count, page.PageInfo.HasNextPage);
            if (!page.PageInfo.HasNextPage) break;
            after = page.PageInfo.EndCursor;
        }

        Assert.Equal(Entries, read);
    }

    [Fact]
    public void Cursor_of_another_list_is_refused()
    {
        foreach (var other in new[] { "unmatched:019b76daa8007913a8a0284615368723", "proposals:019b76daa8007913a8a0284615368724", "proposals", List + ":1", string.Empty })
        {
            Refused(PlaceCursors.Of(other, 2));
        }
    }

    [Fact]
    public void Cursor_that_was_cut_altered_or_made_up_is_refused()
    {
        var cursor = PlaceCursors.Of(List, 2);
        for (var length = 0; length < cursor.Length; length++) Refused(cursor[..length]);
        foreach (var forged in new[] { PlaceCursors.Of(List, Entries.Count), PlaceCursors.Of(List, -1), cursor + "=", cursor + "A", "d2", "!", "\u0000", new string('A', 100_000) }) Refused(forged);
        Refused(System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(List + ":02")));
    }

    private static void Refused(string cursor)
    {
        var refused = Assert.Throws<RefusedException>(() => PlaceCursors.Page(List, Entries, 1, cursor));
        Assert.Equal(("CURSOR_INVALID", "after"), (refused.Refusal.Code, refused.Refusal.Field));
    }
}
