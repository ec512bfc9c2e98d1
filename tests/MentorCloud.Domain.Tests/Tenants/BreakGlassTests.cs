using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;
using MentorCloud.Domain.Tenants.BreakGlass;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Tenants;

public sealed class BreakGlassTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AccountId Operator = Sample.Id<AccountId>(9);
    private static readonly TenantState Tenant = new()
    {
        Id = Sample.Tenant, Name = "Company", Slug = "company", TimeZone = "Etc/UTC", CreatedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Access_ends_by_itself_or_when_an_admin_ends_it()
    {
        var access = Assert.Single(Open(Tenant).Accesses);
        Assert.True(access.IsOpen(Now.AddMinutes(59)));
        Assert.False(access.IsOpen(Now.AddMinutes(60)));

        var ended = BreakGlassDecisions.End(Open(Tenant), 1, Now.AddMinutes(1)).State!;
        Assert.False(Assert.Single(ended.Accesses).IsOpen(Now.AddMinutes(2)));
        Assert.Equal(ErrorCodes.NotFound, BreakGlassDecisions.End(ended, 1, Now.AddMinutes(2)).Refusal!.Code);
        Assert.Equal(ErrorCodes.NotFound, BreakGlassDecisions.End(ended, 2, Now).Refusal!.Code);
    }

    [Theory]
    [InlineData("", 60, "reason")]
    [InlineData("Lost data", 4, "minutes")]
    [InlineData("Lost data", 241, "minutes")]
    public void Reason_and_time_are_demanded(string reason, int minutes, string field) =>
        Assert.Equal((ErrorCodes.InputInvalid, field), Code(BreakGlassDecisions.Open(Tenant, Operator, reason, minutes, Now).Refusal!));

    [Fact]
    public void Newest_fifty_are_remembered_and_numbers_go_on()
    {
        var state = Enumerable.Range(0, 60).Aggregate(Tenant, (tenant, _) => Open(tenant));
        Assert.Equal((BreakGlassDecisions.Kept, 11, 60), (state.Accesses.Length, state.Accesses[0].Number, state.Accesses[^1].Number));
    }

    private static TenantState Open(TenantState tenant) => BreakGlassDecisions.Open(tenant, Operator, "Lost data", 60, Now).State!;

    private static (string Code, string? Field) Code(Refusal refusal) => (refusal.Code, refusal.Field);
}
