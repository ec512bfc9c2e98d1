using MentorCloud.App.Commands;

namespace MentorCloud.App.Tests.Commands;

public sealed class WholeFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentorcloud-file-");

    private string Target => Path.Combine(_folder.FullName, "audit.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task File_whose_writing_is_stopped_half_way_leaves_nothing_and_is_written_when_repeated()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => WholeFile.WriteAsync<int>(Target, async stream =>
        {
            await stream.WriteAsync("half"u8.ToArray());
            throw new OperationCanceledException();
        }));
        Assert.Empty(_folder.EnumerateFiles());

        var told = await WholeFile.WriteAsync(Target, async stream =>
        {
            await stream.WriteAsync("whole"u8.ToArray());
            return 5;
        });

        Assert.Equal((5, "whole"), (told, await File.ReadAllTextAsync(Target)));
        Assert.Single(_folder.EnumerateFiles());
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Target) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task File_that_came_into_being_meanwhile_is_kept()
    {
        await Assert.ThrowsAnyAsync<IOException>(() => WholeFile.WriteAsync(Target, async stream =>
        {
            await File.WriteAllTextAsync(Target, "theirs");
            await stream.WriteAsync("ours"u8.ToArray());
            return 0;
        }));

        Assert.Equal("theirs", await File.ReadAllTextAsync(Target));
        Assert.Single(_folder.EnumerateFiles());
    }
}
