namespace MentorCloud.App.Imports;

/// <summary>A file to import: its name for messages, and its bytes, which can be read from the beginning again.</summary>
internal sealed class ImportSource : IAsyncDisposable
{
    private ImportSource(string name, Stream content) => (Name, Content) = (name, content);

    /// <summary>The name for messages; a name, not a path.</summary>
    public string Name { get; }

    /// <summary>The bytes; seekable. Owned by this source.</summary>
    internal Stream Content { get; }

    /// <summary>Opens a file for one reader after another.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The source; dispose of it.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImportSource Open(string path) => new(Path.GetFileName(path), new FileStream(
        path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan));

    /// <summary>
    /// Takes a stream. One that cannot seek (an upload) is first written to a temporary file that vanishes with the
    /// source: a file is read twice, once to check all of it and once to import.
    /// </summary>
    /// <param name="name">The name for messages.</param>
    /// <param name="content">The bytes, from the stream's present position when it cannot seek; owned by the source from here on.</param>
    /// <param name="limits">Not more than the limit and one buffer is written to disk; a longer file is refused when it is read.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The source; dispose of it.</returns>
    public static async Task<ImportSource> FromAsync(string name, Stream content, ImportLimits limits, CancellationToken cancel = default)
    {
        if (content.CanSeek)
        {
            return new ImportSource(name, content);
        }

        await using (content)
        {
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            var spool = new FileStream(
                path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            try
            {
                await SpoolAsync(content, spool, limits.MaxBytes, cancel);
            }
            catch
            {
                await spool.DisposeAsync();
                throw;
            }

            return new ImportSource(name, spool);
        }
    }

    /// <summary>Closes the file.</summary>
    /// <returns>When it is closed.</returns>
    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static async Task SpoolAsync(Stream content, FileStream spool, long most, CancellationToken cancel)
    {
        var buffer = new byte[81_920];
        int count;
        while (spool.Length <= most && (count = await content.ReadAsync(buffer, cancel)) > 0)
        {
            await spool.WriteAsync(buffer.AsMemory(0, count), cancel);
        }

        await spool.FlushAsync(cancel);
    }
}
