using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>Tests that hold whatever database keeps the accounts: SQLite here, PostgreSQL in the class of the same name in <c>OnPostgreSql</c>.</summary>
public abstract class OnAnyStore
{
    /// <summary>A server with accounts of its own.</summary>
    internal virtual Task<IdentityHost> StartAsync(
        Action<IdentityOptions>? configure = null, TimeProvider? clock = null, Action<IServiceCollection>? more = null) =>
        IdentityHost.StartAsync(configure, clock: clock, more: more);
}
