using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using MentorCloud.App.Tests.Facts;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants;
using MentorCloud.Domain.Tenants.BreakGlass;
using MentorCloud.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MentorCloud.App.Tests.Tenants;

public sealed class BreakGlassLettersTests
{
    private const int Admins = 250;
    private static readonly ManualTimeProvider Clock = new();
    private static readonly TenantId Tenant = EntityId.New<TenantId>(Clock.GetUtcNow());
    private readonly ReplayedFeed _feed = new();
    private readonly KeptMails _mails = [];

    [Fact]
    public async Task Access_opened_is_told_to_every_admin_once_and_what_is_repeated_after_a_crash_is_the_same_letter()
    {
        _feed.Facts.Add(Fact(1, new BreakGlassEnded(1)));
        _feed.Facts.Add(Fact(2, new BreakGlassOpened(2, EntityId.New<AccountId>(Clock.GetUtcNow()), "Lost pairings", Clock.GetUtcNow().AddMinutes(30))));
        _feed.LosesItsPlace = true;
        await RunAsync();
        _feed.LosesItsPlace = false;
        await RunAsync();
        await RunAsync();

        Assert.Equal(2 * Admins, _mails.Count);
        Assert.Equal(Admins, _mails.Select(mail => mail.Id).Distinct().Count());
        Assert.All(_mails.GroupBy(mail => mail.To), mails => Assert.Single(mails.Distinct()));
        Assert.All(_mails, mail => Assert.Contains("Reason: Lost pairings\n", mail.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_access_has_letters_of_its_own()
    {
        foreach (var number in new[] { 1, 2, 3 })
        {
            _feed.Facts.Add(Fact(number, new BreakGlassOpened(number, EntityId.New<AccountId>(Clock.GetUtcNow()), "Again", Clock.GetUtcNow().AddMinutes(30))));
        }

        await RunAsync();

        Assert.Equal(3 * Admins, _mails.Select(mail => mail.Id).Distinct().Count());
    }

    /// <summary>Follows the facts to their end, or to the failure, and stops.</summary>
    private async Task RunAsync()
    {
        var views = Substitute.For<IViews>();
        views.TenantAsync(default, default).ReturnsForAnyArgs(new TenantRow(Tenant, "Acme", "acme", "Etc/UTC", TenantStatus.Active, 1, DateTimeOffset.UnixEpoch));
        using var letters = new BreakGlassLetters(
            _feed, Accounts(), views, _mails, new MentorCloudOptions(), Clock, NullLogger<BreakGlassLetters>.Instance);
        await _feed.RunAsync(letters);
    }

    /// <summary>Admins in pages of a hundred.</summary>
    private static IAccounts Accounts()
    {
        var accounts = Substitute.For<IAccounts>();
        accounts.ListAsync(default, default!, default!, default).ReturnsForAnyArgs(call =>
        {
            var (filter, page) = (call.Arg<AccountFilter>(), call.Arg<PageRequest>());
            Assert.Equal((Role.TenantAdmin, AccountStatus.Active), (filter.Holding, filter.Status));
            var from = page.Cursor is { } cursor ? int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture) + 1 : 0;
            var rows = Enumerable.Range(from, Math.Min(page.Size, Admins - from)).Select(number => new PagedRow<Account>(Admin(number), $"{number}")).ToList();
            return new Page<Account>(rows, from + rows.Count < Admins, from > 0, null);
        });
        return accounts;
    }

    private static Account Admin(int number) => new(
        Tenant, EntityId.Derive<AccountId>(Tenant.Value, $"admin {number}"), $"admin-{number}@acme.example", "Admin", Role.TenantAdmin, null, AccountStatus.Active,
        DateTimeOffset.UnixEpoch, null);

    private static FactRecord Fact(long position, Fact fact) => new(position, Tenant, $"Tenant/{Tenant}/{Tenant}", position, Clock.GetUtcNow(), "system", fact);
}
