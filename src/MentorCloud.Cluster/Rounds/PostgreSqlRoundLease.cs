using System.Buffers.Binary;
using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Identifiers;
using Npgsql;

namespace MentorCloud.Cluster.Rounds;

/// <summary>
/// One silo works on a round: an advisory lock of PostgreSQL, held by a connection of its own while the work lasts. A
/// silo that dies lets go of it with its connection. Two rounds whose 64-bit hashes are equal would wait for each other,
/// and lose nothing else.
/// </summary>
internal sealed class PostgreSqlRoundLease(MentorCloudOptions options) : IRoundLease
{
    /// <summary>How long to wait for the silo that holds it: it may be about to let go. Default 5 s.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable?> TryTakeAsync(TenantId tenant, RoundId round, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(options.PostgreSql);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT set_config('lock_timeout', @patience, false), pg_advisory_lock(@round)", connection);
            command.Parameters.AddWithValue("patience", ((long)Patience.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("round", HashOf(tenant, round));
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new Held(connection);
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await connection.DisposeAsync();
            return null;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static long HashOf(TenantId tenant, RoundId round) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"round|{tenant}|{round}")));

    private sealed class Held(NpgsqlConnection connection) : IAsyncDisposable
    {
        /// <summary>The pool resets a connection that comes back to it, which lets go of the lock; said here so that it does not depend on that.</summary>
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                try
                {
                    await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                    await command.ExecuteNonQueryAsync(CancellationToken.None);
                }
                catch (Exception broken) when (broken is NpgsqlException || connection.State != ConnectionState.Open)
                {
                    // The connection broke during the work, and with it the server let go of the lock.
                }
            }
        }
    }
}
