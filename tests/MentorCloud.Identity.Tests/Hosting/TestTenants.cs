using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants;
using NSubstitute;

namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>Two tenants, of which the second is suspended.</summary>
internal static class TestTenants
{
    public static TenantId Acme { get; } = EntityId.Parse<TenantId>("019a0000000070008000000000000001");

    public static TenantId Borealis { get; } = EntityId.Parse<TenantId>("019a0000000070008000000000000002");

    public static IViews Views()
    {
        TenantRow[] rows =
        [
            new(Acme, "Acme", "acme", "Europe/Berlin", TenantStatus.Active, 1, DateTimeOffset.UnixEpoch),
            new(Borealis, "Borealis", "borealis", "Europe/Oslo", TenantStatus.Suspended, 1, DateTimeOffset.UnixEpoch),
        ];
        var views = Substitute.For<IViews>();
        views.TenantAsync(default, default).ReturnsForAnyArgs(call => Array.Find(rows, row => row.Id == call.Arg<TenantId>()));
        views.TenantBySlugAsync(default!, default).ReturnsForAnyArgs(call => Array.Find(rows, row => row.Slug == call.Arg<string>()));
        return views;
    }
}
