using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.GrainRuntime;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>One server on a clock that stands still, three tenants, and everybody who can ask.</summary>
public sealed class MatrixFixture : IAsyncLifetime
{
    internal ClockedServer Server { get; } = new();

    internal SchemaModel Schema { get; private set; } = null!;

    internal SampleTenant Own { get; private set; } = null!;

    internal SampleTenant Other { get; private set; } = null!;

    internal SampleTenant Suspended { get; private set; } = null!;

    /// <summary>The own tenant's people and programs, and nobody.</summary>
    internal IReadOnlyList<MatrixActor> Actors { get; private set; } = [];

    /// <summary>Those of the suspended tenant.</summary>
    internal IReadOnlyList<MatrixActor> SuspendedActors { get; private set; } = [];

    /// <summary>Every call of every field.</summary>
    internal IReadOnlyList<MatrixCase> Cases { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        Other = await SampleTenant.BuildAsync(Server, Server.Demo);
        Own = await TenantAsync("matrix-own");
        Suspended = await TenantAsync("matrix-suspended");
        Schema = await SchemaModel.ReadAsync(Own.Admin);
        Actors = await EverybodyAsync();
        SuspendedActors = [Of("admin", Suspended, Suspended.Admin, Role.TenantAdmin), Of("mentee", Suspended, Suspended.Mentee, Role.Mentee), Program("client", Suspended, Suspended.Machine, All)];
        Cases = [.. AllCases()];
        await Grains.GetGrain<ITenantGrain>(GrainKey.Of(Suspended.Id, Suspended.Id)).Suspend(Actor.System(Suspended.Id, "operator"), default, "For the matrix");
        await Server.PublishedAsync();
    }

    internal IGrainFactory Grains => Server.Services.GetRequiredService<IGrainFactory>();

    internal MatrixActor Admin => Actors[0];

    public async ValueTask DisposeAsync()
    {
        foreach (var actor in Actors)
        {
            actor.Client.Dispose();
        }

        Own.Dispose();
        Other.Dispose();
        Suspended.Dispose();
        await Server.DisposeAsync();
    }

    private const Scope All = Scope.ProgramsRead | Scope.ProgramsWrite | Scope.AccountsWrite;

    private static MatrixActor Of(string name, SampleTenant tenant, GraphQLClient client, Role roles, bool outsider = false) =>
        new(name, client, Actor.User(tenant.Id, EntityId.New<AccountId>(DateTimeOffset.UnixEpoch), roles), outsider);

    private static MatrixActor Program(string name, SampleTenant tenant, GraphQLClient client, Scope scopes) =>
        new(name, client, Actor.Client(tenant.Id, name, scopes));

    private async Task<SampleTenant> TenantAsync(string slug) =>
        await SampleTenant.BuildAsync(Server, await Server.DemoAsync(await NamedSource.WriteAsync(Server.DataPath, slug)));

    private async Task<IReadOnlyList<MatrixActor>> EverybodyAsync() =>
    [
        Of("admin", Own, Own.Admin, Role.TenantAdmin),
        Of("manager", Own, await Own.AccountAsync("manager", Role.ProgramManager), Role.ProgramManager),
        Of("sponsor", Own, await Own.AccountAsync("sponsor", Role.Sponsor), Role.Sponsor),
        Of("mentor", Own, Own.Mentor, Role.Mentor),
        Of("mentee", Own, Own.Mentee, Role.Mentee),
        Of("outsider", Own, await Own.AccountAsync("outsider", Role.Mentor | Role.Mentee, Own.Outsider), Role.Mentor | Role.Mentee, outsider: true),
        new("limited manager", await Own.LimitedManagerAsync("limited"), Actor.User(Own.Id, default, Role.ProgramManager).LimitedTo([Own.OutsidersCohort]), IsOutsider: true),
        Of("platform operator", Own, await Own.AccountAsync("operator", Role.PlatformOperator), Role.PlatformOperator),
        Program("programs:read", Own, await Own.ClientAsync(Scope.ProgramsRead), Scope.ProgramsRead),
        Program("programs:write", Own, await Own.ClientAsync(Scope.ProgramsWrite), Scope.ProgramsWrite),
        Program("accounts:write", Own, await Own.ClientAsync(Scope.AccountsWrite), Scope.AccountsWrite),
        Program("scim", Own, await Own.ClientAsync(Scope.Directory), Scope.Directory),
        new("anonymous", GraphQLClient.Anonymous(Server.Address), Actor.Anonymous),
    ];

    private IEnumerable<MatrixCase> AllCases()
    {
        var plain = new Sampler(Schema, Server.Now);
        foreach (var field in new[] { "Query", "Mutation", "Subscription" }.Concat(Schema.Nodes).SelectMany(Schema.FieldsOf))
        {
            if (field.Parent == "Query" && field.Type.Name == "Node")
            {
                foreach (var node in Schema.Nodes)
                {
                    yield return new MatrixCase(Schema, field, plain, node);
                }
            }
            else
            {
                for (var variant = 0; variant < plain.VariantsOf(field); variant++)
                {
                    yield return new MatrixCase(Schema, field, new Sampler(Schema, Server.Now, variant), null);
                }
            }
        }
    }
}
