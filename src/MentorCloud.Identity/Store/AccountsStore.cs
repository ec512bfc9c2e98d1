using System.Data;
using System.Data.Common;
using MentorCloud.Contracts.Directory;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Npgsql;

namespace MentorCloud.Identity.Store;

/// <summary>Opens the accounts' database; the first opening brings its schema up to date.</summary>
internal sealed class AccountsStore : IDisposable
{
    private const string PostgresSchema = "identity";

    /// <summary>Of two changes that meet one goes through, so this many at once all come to their turn.</summary>
    private const int MostAttempts = 20;

    private readonly IdentityOptions _options;
    private readonly PooledDbContextFactory<AccountsContext> _contexts;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile bool _ready;

    public AccountsStore(IOptions<IdentityOptions> options)
    {
        _options = options.Value;
        _contexts = new PooledDbContextFactory<AccountsContext>(_options.PostgresConnection is { } connection ? Postgres(connection) : Sqlite(File));
    }

    private string File => Path.GetFullPath(Path.Combine(_options.DataFolder, "accounts.db"));

    /// <summary>
    /// Builds the context's model, and once the path of a query, which all contexts of this program share. Needs no
    /// database; takes longer than opening one.
    /// </summary>
    public static void BuildModel(bool postgres)
    {
        using var context = new AccountsContext(postgres ? Postgres("Host=localhost") : Sqlite("accounts.db"));
        _ = context.SigningKeys.AsNoTracking().OrderBy(row => row.ActiveFrom).Take(1).ToQueryString();
    }

    /// <summary>A context of one's own from the pool; dispose it.</summary>
    public async ValueTask<AccountsContext> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_ready)
        {
            await PrepareAsync(cancellationToken);
        }

        return await _contexts.CreateDbContextAsync(cancellationToken);
    }

    /// <summary>
    /// One change in one transaction that nobody else's change can slip into. Of two that meet PostgreSQL ends one, which is
    /// done again from its beginning, on a context of its own; so a change does nothing outside the context that must not happen twice.
    /// </summary>
    /// <param name="change">Reads, decides and saves; what it saved is committed after it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the change gave.</returns>
    public async Task<T> ChangeAsync<T>(Func<AccountsContext, Task<T>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = await OpenAsync(cancellationToken);
            try
            {
                await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
                var given = await change(context);
                await transaction.CommitAsync(cancellationToken);
                return given;
            }
            catch (Exception exception) when (attempt < MostAttempts && Collision.Is(exception))
            {
                // The other one has been committed: this time its rows are read.
            }
        }
    }

    /// <summary>Leaves no trace of deleted rows in files that this process writes; in the file itself they are overwritten.</summary>
    /// <exception cref="WriteAheadLogException">Somebody reads still; do it again.</exception>
    public async Task ScrubAsync(CancellationToken cancellationToken)
    {
        if (_options.PostgresConnection is null)
        {
            await using var context = await OpenAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            await WriteAheadLog.CutOffAsync(context.Database.GetDbConnection(), File, cancellationToken);
        }
    }

    /// <summary>What a failure of the database means to whoever starts the server, in one sentence.</summary>
    public AccountsStoreException Explain(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => Explain(inner),
        SqliteException { SqliteErrorCode: 11 or 26 } => new(
            $"{File} is damaged or no database. Restore it from a backup, or move it away to start without accounts.",
            AccountsStoreFault.Corrupt, exception),
        NpgsqlException => new(
            "The accounts' PostgreSQL database cannot be used. Check Identity.PostgresConnection and that the server runs.",
            AccountsStoreFault.Unreachable, exception),
        _ => new($"{File} cannot be opened for writing. Check the folder's rights and free space.", AccountsStoreFault.Unreachable, exception),
    };

    public void Dispose() => _gate.Dispose();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_ready)
            {
                await MigrateAsync(cancellationToken);
                _ready = true;
            }
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            throw Explain(exception);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (_options.PostgresConnection is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        }

        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await SchemaMigration.RunAsync(context.Database.GetDbConnection(), PostgresSchema, cancellationToken);
    }

    private static DbContextOptions<AccountsContext> Sqlite(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10 };
        return new DbContextOptionsBuilder<AccountsContext>()
            .UseSqlite(connection.ToString()).AddInterceptors(new DurableSqlite()).Options;
    }

    private static DbContextOptions<AccountsContext> Postgres(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { SearchPath = PostgresSchema };
        return new DbContextOptionsBuilder<AccountsContext>().UseNpgsql(builder.ToString()).Options;
    }
}
