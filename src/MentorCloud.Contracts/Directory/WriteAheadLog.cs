using System.Data.Common;
using System.Globalization;

namespace MentorCloud.Contracts.Directory;

/// <summary>What every SQLite file with personal data needs once something was erased from it: earlier pages stay in its write-ahead log until that is cut off.</summary>
public static class WriteAheadLog
{
    /// <summary>Cuts the log off. Waits two seconds for readers.</summary>
    /// <param name="connection">An open connection to the file that may write.</param>
    /// <param name="file">The file's path, for the message.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when nothing is left in the log.</returns>
    /// <exception cref="WriteAheadLogException">Somebody reads still: the log was not cut off; do it again.</exception>
    public static async Task CutOffAsync(DbConnection connection, string file, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 2000";
        await command.ExecuteNonQueryAsync(cancellationToken);

        // Its first column says whether it could not be done; nothing is thrown for that.
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) != 0)
        {
            throw new WriteAheadLogException(file);
        }
    }
}
