using System.Globalization;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Integration.Tests.Crash;

/// <summary>A ledger in <c>accounts.db</c>: one account, made at its first number and changed at every later one.</summary>
internal static class AccountLedger
{
    private const string Person = "019b76daa8007913a8a0";

    /// <summary>Makes a number durable; repeating one does nothing.</summary>
    public static async Task WriteAsync(CrashInstallation on, int ledger, long number)
    {
        var accounts = on.Get<IAccounts>();
        if (number == 1)
        {
            (await accounts.CreateAsync(CrashInstallation.Tenant, CrashInstallation.Admin, New(ledger), CancellationToken.None)).OrThrow();
            return;
        }

        (await accounts.LinkParticipantAsync(
            CrashInstallation.Tenant, CrashInstallation.Admin, Id(ledger), Linked(number), CancellationToken.None)).OrThrow();
    }

    /// <summary>The number that is stored.</summary>
    public static async Task<long> FindAsync(CrashInstallation on, int ledger)
    {
        var made = New(ledger);
        var found = await on.Get<IAccounts>().FindAsync(CrashInstallation.Tenant, Id(ledger), CancellationToken.None);
        if (found is null)
            return 0;
        return (found.Email, found.DisplayName, found.Roles) == (made.Email, made.DisplayName, made.Roles)
            ? long.Parse(found.Participant.ToString()!.AsSpan(Person.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"Account {ledger} is half applied.");
    }

    /// <summary>What SQLite finds wrong in the whole file; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> DamageAsync(CrashInstallation on)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(on.Folder, "accounts.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        await using var lines = await command.ExecuteReaderAsync();
        var damage = new List<string>();
        while (await lines.ReadAsync())
            damage.Add(lines.GetString(0));
        return damage is ["ok"] ? [] : damage;
    }

    private static NewAccount New(int ledger) => new(
        string.Create(CultureInfo.InvariantCulture, $"ledger-{ledger}@crash.example"), $"Ledger {ledger}", Role.ProgramManager, Linked(1), Id: Id(ledger));

    private static AccountId Id(int ledger) =>
        EntityId.Derive<AccountId>(CrashInstallation.Tenant.Value, "ledger", ledger.ToString(CultureInfo.InvariantCulture));

    private static ParticipantId Linked(long number) =>
        EntityId.Parse<ParticipantId>(string.Create(CultureInfo.InvariantCulture, $"{Person}{number:x12}"));
}
