using MentorCloud.GrainRuntime.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime.Tests.State;

public sealed class PersistentStateTests
{
    private static readonly GrainStateKey Key = new("stored-note", "t/1", "note");

    [Fact]
    public async Task Grain_without_a_record_starts_with_a_fresh_state_and_leaves_no_row()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal("blank", await host.Get<INoteGrain>("t/1").Read());
        Assert.Null(await host.Get<INoteGrain>("t/1").Etag());
        Assert.Null(await host.Services.GetRequiredService<IGrainStateStore>().ReadAsync(Key, default));
    }

    [Fact]
    public async Task Written_state_is_there_after_a_restart()
    {
        await using var first = await TestHost.StartAsync();
        await first.Get<INoteGrain>("t/1").Write("kept");
        await first.StopAsync();

        await using var second = await TestHost.StartAsync(continuing: first);

        Assert.Equal("kept", await second.Get<INoteGrain>("t/1").Read());
        Assert.Equal("1", await second.Get<INoteGrain>("t/1").Etag());
    }

    [Fact]
    public async Task Conflicting_write_is_refused_and_the_grain_reads_afresh()
    {
        await using var host = await TestHost.StartAsync();
        var note = host.Get<INoteGrain>("t/1");
        await note.Write("mine");
        await host.Services.GetRequiredService<IGrainStateStore>().WriteAsync(Key, 1, "{\"Text\":\"theirs\"}"u8.ToArray(), default);

        await Assert.ThrowsAsync<InconsistentStateException>(() => note.Write("mine again"));

        Assert.Equal("theirs", await note.Read());
        await note.Write("after");
        Assert.Equal("3", await note.Etag());
    }

    [Fact]
    public async Task Cleared_state_is_fresh_again()
    {
        await using var host = await TestHost.StartAsync();
        var note = host.Get<INoteGrain>("t/1");
        await note.Write("x");

        await note.Forget();

        Assert.Equal("blank", await note.Read());
        Assert.Null(await note.Etag());
    }

    [Fact]
    public async Task Unreadable_record_fails_its_grain_by_name_and_no_other()
    {
        await using var host = await TestHost.StartAsync();
        await host.Services.GetRequiredService<IGrainStateStore>().WriteAsync(Key, 0, "{\"Text\":"u8.ToArray(), default);

        var error = await Assert.ThrowsAsync<StorageCorruptException>(() => host.Get<INoteGrain>("t/1").Read());

        Assert.Contains("stored-note/t/1#note", error.Message, StringComparison.Ordinal);
        Assert.Equal("blank", await host.Get<INoteGrain>("t/2").Read());
    }
}
