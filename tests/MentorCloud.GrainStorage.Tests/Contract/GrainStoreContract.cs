using System.Text;
using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Tests.Contract;

/// <summary>What every store of states must do. One class for each database derives from it.</summary>
public abstract class GrainStoreContract : IAsyncLifetime
{
    private IStoreUnderTest _store = null!;

    internal IStoreUnderTest Subject => _store;

    private IGrainStateStore States => _store.States;

    internal abstract Task<IStoreUnderTest> OpenAsync();

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Unknown_record_reads_as_none()
    {
        Assert.Null(await States.ReadAsync(Key("nobody"), default));
    }

    [Fact]
    public async Task Written_record_reads_back_with_its_version()
    {
        Assert.Equal(1, await States.WriteAsync(Key("a"), 0, Bytes("one"), default));
        Assert.Equal(2, await States.WriteAsync(Key("a"), 1, Bytes("two"), default));

        var stored = await States.ReadAsync(Key("a"), default);

        Assert.Equal(2, stored!.Value.Version);
        Assert.Equal("two", Encoding.UTF8.GetString(stored.Value.Payload.Span));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Write_of_another_version_is_refused_and_changes_nothing(long believed)
    {
        await States.WriteAsync(Key("a"), 0, Bytes("one"), default);

        await Assert.ThrowsAsync<InconsistentStateException>(async () => await States.WriteAsync(Key("a"), believed, Bytes("other"), default));

        Assert.Equal("one", Encoding.UTF8.GetString((await States.ReadAsync(Key("a"), default))!.Value.Payload.Span));
    }

    [Fact]
    public async Task Write_of_a_version_of_a_record_that_is_missing_is_refused()
    {
        await Assert.ThrowsAsync<InconsistentStateException>(async () => await States.WriteAsync(Key("a"), 7, Bytes("x"), default));
        Assert.Null(await States.ReadAsync(Key("a"), default));
    }

    [Fact]
    public async Task Cleared_record_is_gone_and_can_be_written_anew()
    {
        await States.WriteAsync(Key("a"), 0, Bytes("one"), default);
        await Assert.ThrowsAsync<InconsistentStateException>(async () => await States.ClearAsync(Key("a"), 5, default));
        await States.ClearAsync(Key("a"), 1, default);

        Assert.Null(await States.ReadAsync(Key("a"), default));
        Assert.Equal(1, await States.WriteAsync(Key("a"), 0, Bytes("again"), default));
    }

    [Fact]
    public async Task Records_of_other_types_states_and_keys_are_apart()
    {
        await States.WriteAsync(new("pairing", "t/1", "main"), 0, Bytes("a"), default);
        await States.WriteAsync(new("cohort", "t/1", "main"), 0, Bytes("b"), default);
        await States.WriteAsync(new("pairing", "t/1", "pages"), 0, Bytes("c"), default);
        await States.WriteAsync(new("pairing", "t/10", "main"), 0, Bytes("d"), default);

        Assert.Equal("a", Encoding.UTF8.GetString((await States.ReadAsync(new("pairing", "t/1", "main"), default))!.Value.Payload.Span));
        Assert.Contains(("cohort", "main"), await _store.Catalog.ListKindsAsync(default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(3_000_000)]
    public async Task Payload_of_any_size_comes_back_whole(int size)
    {
        var payload = new byte[size];
        new Random(size).NextBytes(payload);
        await States.WriteAsync(Key("big"), 0, payload, default);

        Assert.True((await States.ReadAsync(Key("big"), default))!.Value.Payload.Span.SequenceEqual(payload));
    }

    [Fact]
    public async Task Concurrent_writers_of_many_records_all_get_their_versions()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
        {
            long version = 0;
            for (var i = 0; i < 50; i++)
                version = await States.WriteAsync(Key("w" + writer), version, Bytes($"{writer}:{i}"), default);
            return version;
        })));

        Assert.All(versions, version => Assert.Equal(50, version));
    }

    [Fact]
    public async Task Of_racing_writers_of_one_version_exactly_one_wins()
    {
        await States.WriteAsync(Key("race"), 0, Bytes("start"), default);

        var won = await Task.WhenAll(Enumerable.Range(0, 32).Select(writer => Task.Run(async () =>
        {
            try
            {
                await States.WriteAsync(Key("race"), 1, Bytes("w" + writer), default);
                return true;
            }
            catch (InconsistentStateException)
            {
                return false;
            }
        })));

        Assert.Single(won, outcome => outcome);
    }

    [Fact]
    public async Task Enumeration_lists_the_records_under_a_prefix_in_order_and_only_those()
    {
        for (var i = 0; i < 600; i++)
            await States.WriteAsync(new("page", $"tenant-b/{i:D4}", "s"), 0, Bytes(i.ToString(System.Globalization.CultureInfo.InvariantCulture)), default);
        await States.WriteAsync(new("page", "tenant-a/1", "s"), 0, Bytes("a"), default);
        await States.WriteAsync(new("page", "tenant-bb/1", "s"), 0, Bytes("bb"), default);
        await States.WriteAsync(new("page", "tenant-c/1", "s"), 0, Bytes("c"), default);

        var keys = new List<string>();
        await foreach (var entry in _store.Catalog.EnumerateAsync("page", "s", "tenant-b/", default))
            keys.Add(entry.Key.Key);

        Assert.Equal(Enumerable.Range(0, 600).Select(i => $"tenant-b/{i:D4}"), keys);
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_reopening()
    {
        await States.WriteAsync(Key("kept"), 0, Bytes("kept"), default);
        await _store.ReopenAsync();

        Assert.Equal(1, (await States.ReadAsync(Key("kept"), default))!.Value.Version);
        Assert.Equal(2, await States.WriteAsync(Key("kept"), 1, Bytes("more"), default));
    }

    private static GrainStateKey Key(string key) => new("pairing", "t/" + key, "state");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
