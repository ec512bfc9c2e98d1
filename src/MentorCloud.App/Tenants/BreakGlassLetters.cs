using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants.BreakGlass;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Tenants;

/// <summary>
/// Tells each admin of a tenant by a letter that a platform operator has opened access to it. The letter's id is made of tenant,
/// access and admin: repeated after a crash, it is taken over once.
/// </summary>
internal sealed class BreakGlassLetters(
    IFactFeed feed, IAccounts accounts, IViews views, IAccountMail mail, MentorCloudOptions options, TimeProvider clock, ILogger<BreakGlassLetters> log)
    : FactReactions("break-glass-letters", feed, clock, log)
{
    private const int AtOnce = 100;
    private static readonly AccountFilter Admins = new(Holding: Role.TenantAdmin, Status: AccountStatus.Active);

    /// <inheritdoc/>
    protected override bool Concerns(Fact fact) => fact is BreakGlassOpened;

    /// <inheritdoc/>
    protected override async Task ReactAsync(FactRecord record, CancellationToken cancellationToken)
    {
        var opened = (BreakGlassOpened)record.Fact;
        var tenant = await views.TenantAsync(record.Tenant, cancellationToken);
        string? after = null;
        Page<Account> page;
        do
        {
            page = await accounts.ListAsync(record.Tenant, Admins, new PageRequest(AtOnce, after), cancellationToken);
            foreach (var admin in page.Rows.Select(each => each.Row))
            {
                await mail.SendAsync(Letter(record, opened, tenant?.Name ?? record.Tenant.ToString(), admin), cancellationToken);
            }

            after = page.Rows.Count > 0 ? page.Rows[^1].Cursor : null;
        }
        while (page.HasNext);
    }

    private AccountMail Letter(FactRecord record, BreakGlassOpened opened, string company, Account admin) => new(
        admin.Email, "Emergency access to your company's mentoring / Notfallzugriff auf das Mentoring Ihres Unternehmens",
        $"""
        Hello,

        an operator of the platform opened emergency access to {company} at {record.At:yyyy-MM-dd HH:mm} UTC.
        Reason: {opened.Reason}
        It ends by itself at {opened.ExpiresAt:yyyy-MM-dd HH:mm} UTC. Until then the operator reads what an administrator reads, but no texts of pairings, and changes nothing.
        Each request is in your audit log. You can end the access (tenantEndBreakGlass, number {opened.Number}):
        {new Uri(options.Issuer, "/graphql")}

        Guten Tag,

        ein Betreiber der Plattform hat am {record.At:yyyy-MM-dd HH:mm} UTC einen Notfallzugriff auf {company} geöffnet.
        Grund: {opened.Reason}
        Er endet von selbst am {opened.ExpiresAt:yyyy-MM-dd HH:mm} UTC. Bis dahin liest der Betreiber, was ein Administrator liest, aber keine Texte von Paaren, und ändert nichts.
        Jede Anfrage steht in Ihrem Audit-Log. Sie können den Zugriff beenden (tenantEndBreakGlass, Nummer {opened.Number}):
        {new Uri(options.Issuer, "/graphql")}
        """)
    {
        Id = EntityId.Derive<CommandId>(record.Tenant.Value, "break-glass-letter", $"{opened.Number}/{admin.Id}").Value,
    };
}
