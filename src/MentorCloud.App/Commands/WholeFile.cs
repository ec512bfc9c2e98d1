namespace MentorCloud.App.Commands;

/// <summary>Writes a file that is there whole or not at all: under a name of its own first, for its owner's eyes alone.</summary>
internal static class WholeFile
{
    /// <summary>Writes it; what was written is deleted when the work fails or is stopped.</summary>
    /// <param name="file">The file; must not exist.</param>
    /// <param name="write">Writes its content.</param>
    /// <typeparam name="TResult">What the content's writer tells.</typeparam>
    /// <returns>The same, once the file is on the disk.</returns>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static async Task<TResult> WriteAsync<TResult>(string file, Func<Stream, Task<TResult>> write)
    {
        var draft = file + ".partial";
        try
        {
            TResult result;
            await using (var stream = new FileStream(draft, Options()))
            {
                result = await write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, file, overwrite: false);
            return result;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
