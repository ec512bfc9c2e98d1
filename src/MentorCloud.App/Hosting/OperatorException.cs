using Microsoft.Data.Sqlite;

namespace MentorCloud.App.Hosting;

/// <summary>Why a command on the data folder cannot go on: one line for the operator, with its exit code.</summary>
internal sealed class OperatorException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    private const int Corrupt = 11, NotADatabase = 26;

    /// <summary>From <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>What SQLite said about a file.</summary>
    public static OperatorException Of(string file, SqliteException exception) => exception.SqliteErrorCode is Corrupt or NotADatabase
        ? new OperatorException(ExitCodes.DataCorrupt, $"{file} is damaged: {exception.Message}", exception)
        : new OperatorException(ExitCodes.FolderUnwritable, $"{file} cannot be used: {exception.Message}", exception);
}
