using System.Text.RegularExpressions;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Realms;

/// <summary>The tenants' e-mail domains.</summary>
internal sealed partial class EmailDomainBook(AccountsStore store, IDomainRecords records, AuditTrail audit, TimeProvider time) : IEmailDomains
{
    private const int MostDomains = 50;
    private static readonly Refusal Taken = new(ErrorCodes.DomainTaken, "Another company has proved that this domain is its own. Ask the operator.", "domain");
    private static readonly Refusal NotFound = new(ErrorCodes.NotFound, "Your company has not claimed this domain.", "domain");

    public async Task<IReadOnlyList<EmailDomain>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var rows = await context.EmailDomains.AsNoTracking().Where(row => row.Tenant == key).OrderBy(row => row.Domain).Take(MostDomains).ToListAsync(cancellationToken);
        return rows.ConvertAll(ToDomain);
    }

    /// <summary>Whose the domain is, once proved; null when nobody's.</summary>
    public async Task<TenantId?> OwnerAsync(string domain, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(AccountsScope.HomeRealms, cancellationToken);
        var owner = await context.EmailDomains.Where(row => row.Domain == domain && row.VerifiedAt != null).Select(row => row.Tenant).FirstOrDefaultAsync(cancellationToken);
        return owner is null ? null : EntityId.Parse<TenantId>(owner);
    }

    /// <summary>Whether the tenant has proved the domain.</summary>
    public async Task<bool> IsOwnAsync(TenantId tenant, string domain, CancellationToken cancellationToken) =>
        await OwnerAsync(domain, cancellationToken) == tenant;

    public async Task<Reply<EmailDomain>> ClaimAsync(TenantId tenant, Actor by, string domain, CancellationToken cancellationToken)
    {
        var name = domain.Trim(' ').ToLowerInvariant();
        if (name.Length > 253 || !Shape().IsMatch(name))
        {
            return AccountRules.Invalid("domain", "Give a domain such as acme.example, in ASCII letters (punycode for others).");
        }

        if (await OwnerAsync(name, cancellationToken) is { } owner && owner != tenant)
        {
            return Taken;
        }

        await using var context = await store.OpenAsync(tenant, cancellationToken);
        if (await RowAsync(context, tenant, name, cancellationToken) is { } present)
        {
            return ToDomain(present);
        }

        var key = tenant.ToString();
        if (await context.EmailDomains.CountAsync(row => row.Tenant == key, cancellationToken) >= MostDomains)
        {
            return new Refusal(ErrorCodes.LimitReached, $"A company has at most {MostDomains} domains; release one first.", "domain");
        }

        return await AddAsync(context, tenant, by, name, cancellationToken);
    }

    public async Task<Reply<EmailDomain>> VerifyAsync(TenantId tenant, Actor by, string domain, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        if (await RowAsync(context, tenant, domain.Trim(' ').ToLowerInvariant(), cancellationToken) is not { } row)
        {
            return NotFound;
        }

        if (row.VerifiedAt is not null)
        {
            return ToDomain(row);
        }

        var wanted = ToDomain(row);
        var found = await records.TextsAsync(wanted.RecordName, cancellationToken);
        return found.Contains(wanted.RecordText, StringComparer.Ordinal)
            ? await ProveAsync(context, by, row, cancellationToken)
            : new Refusal(ErrorCodes.DomainUnproved, $"There is no TXT record '{wanted.RecordText}' at {wanted.RecordName} yet. DNS changes can take hours.", "domain");
    }

    public async Task<Reply<EmailDomain>> ConfirmAsync(TenantId tenant, Actor by, string domain, CancellationToken cancellationToken)
    {
        if (by.Kind != ActorKind.System)
        {
            return new Refusal(ErrorCodes.Forbidden, "Only the operator's word counts without a record in the DNS.");
        }

        var claimed = await ClaimAsync(tenant, by, domain, cancellationToken);
        if (claimed.IsRefused || claimed.Value.VerifiedAt is not null)
        {
            return claimed;
        }

        await using var context = await store.OpenAsync(tenant, cancellationToken);
        return await RowAsync(context, tenant, claimed.Value.Domain, cancellationToken) is { } row
            ? await ProveAsync(context, by, row, cancellationToken)
            : NotFound;
    }

    public async Task<bool> ReleaseAsync(TenantId tenant, Actor by, string domain, CancellationToken cancellationToken)
    {
        var (key, name) = (tenant.ToString(), domain.Trim(' ').ToLowerInvariant());
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var had = await context.EmailDomains.Where(row => row.Tenant == key && row.Domain == name).ExecuteDeleteAsync(cancellationToken) == 1;
        if (had)
        {
            await audit.AppendAsync(by, tenant, "EmailDomain.Released", cancellationToken, Detail(name));
        }

        return had;
    }

    private async Task<Reply<EmailDomain>> AddAsync(AccountsContext context, TenantId tenant, Actor by, string name, CancellationToken cancellationToken)
    {
        var row = new EmailDomainRecord { Tenant = tenant.ToString(), Domain = name, Proof = Secrets.New(), ClaimedAt = time.GetUtcNow() };
        context.EmailDomains.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            // The same claim came at once; the first one's record is the one that counts.
            context.ChangeTracker.Clear();
            return ToDomain((await RowAsync(context, tenant, name, cancellationToken))!);
        }

        await audit.AppendAsync(by, tenant, "EmailDomain.Claimed", cancellationToken, Detail(name));
        return ToDomain(row);
    }

    private async Task<Reply<EmailDomain>> ProveAsync(AccountsContext context, Actor by, EmailDomainRecord row, CancellationToken cancellationToken)
    {
        row.VerifiedAt = time.GetUtcNow();
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            return Taken;
        }

        await audit.AppendAsync(by, EntityId.Parse<TenantId>(row.Tenant), "EmailDomain.Verified", cancellationToken, Detail(row.Domain));
        return ToDomain(row);
    }

    private static Task<EmailDomainRecord?> RowAsync(AccountsContext context, TenantId tenant, string domain, CancellationToken cancellationToken)
    {
        var key = tenant.ToString();
        return context.EmailDomains.FirstOrDefaultAsync(row => row.Tenant == key && row.Domain == domain, cancellationToken);
    }

    private static EmailDomain ToDomain(EmailDomainRecord row) => new(
        EntityId.Parse<TenantId>(row.Tenant), row.Domain, $"_mentorcloud.{row.Domain}", $"mentorcloud-domain={row.Proof}", row.VerifiedAt);

    private static string Detail(string domain) => $"{{\"domain\":\"{domain}\"}}";

    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
