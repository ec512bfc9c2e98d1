using MentorCloud.App.Rounds;

namespace MentorCloud.App.Tests.Rounds;

public sealed class ShelfTests
{
    private readonly Shelf<int, string> shelf = new(3, 10, text => text.Length);

    [Fact]
    public async Task Thing_is_made_once_for_all_who_ask_at_a_time_and_for_those_who_come_later()
    {
        var (made, open) = (0, new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
        Task<string> MakeAsync()
        {
            Interlocked.Increment(ref made);
            return open.Task;
        }

        using var impatient = new CancellationTokenSource();
        var givenUp = shelf.OfAsync(1, MakeAsync, impatient.Token);
        var asking = Enumerable.Range(0, 50).Select(_ => shelf.OfAsync(1, MakeAsync, TestContext.Current.CancellationToken)).ToArray();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        open.SetResult("one");

        Assert.All(await Task.WhenAll(asking), text => Assert.Equal("one", text));
        Assert.Equal("one", await shelf.OfAsync(1, MakeAsync, TestContext.Current.CancellationToken));
        Assert.Equal(1, made);
    }

    [Fact]
    public void Oldest_go_when_there_are_too_many_or_they_are_too_large()
    {
        foreach (var key in new[] { 1, 2, 3, 4 }) shelf.Keep(key, "aa");
        Assert.Equal([null, "aa", "aa", "aa"], new[] { 1, 2, 3, 4 }.Select(shelf.Find));

        shelf.Keep(5, "aaaaaaa");
        Assert.Equal([null, "aa", "aaaaaaa"], new[] { 3, 4, 5 }.Select(shelf.Find));

        shelf.Keep(6, new string('a', 1_000));
        Assert.Equal([null, null, 1_000], new[] { 4, 5, 6 }.Select(key => shelf.Find(key)?.Length));
    }

    [Fact]
    public async Task Making_that_failed_is_tried_again()
    {
        await Assert.ThrowsAsync<IOException>(() => shelf.OfAsync(1, () => throw new IOException(), TestContext.Current.CancellationToken));

        Assert.Equal("made", await shelf.OfAsync(1, () => Task.FromResult("made"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Unwanted_are_taken_off()
    {
        shelf.Keep(1, "old");
        shelf.Keep(2, "new");

        shelf.Remove(text => text == "old");

        Assert.Equal([null, "new"], new[] { 1, 2 }.Select(shelf.Find));
    }
}
