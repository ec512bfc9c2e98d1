using MentorCloud.Contracts.Access;
using MentorCloud.Domain.Access;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Accounts;
using MentorCloud.Gateway.Errors;
using MentorCloud.Gateway.Mutations;
using MentorCloud.Gateway.Queries;
using MentorCloud.Gateway.Rates;
using MentorCloud.Gateway.Subscriptions;
using MentorCloud.GraphQL;
using MentorCloud.GraphQL.Documents;
using MentorCloud.GraphQL.Http;
using MentorCloud.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MentorCloud.Gateway.Hosting;

/// <summary>Puts the GraphQL gateway into a host.</summary>
public static class GatewayRegistration
{
    /// <summary>Adds the gateway; views, audit log, imports and grains are added by others.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMentorCloudGateway(this IServiceCollection services, Action<GatewayOptions> configure)
    {
        services.AddOptions<GatewayOptions>().Configure(configure);
        services.AddScoped<CallerAccessor>();
        services.AddSingleton<GuardedViews>();
        services.AddSingleton<GuardedProgram>();
        services.AddSingleton<GuardedAccounts>();
        services.AddSingleton<AccountChange>();
        services.AddSingleton<ParticipantCheck>();
        services.AddSingleton<GrainReader>();
        services.AddSingleton<Repetitions>();
        services.AddSingleton<DelegatedActors>();
        services.AddSingleton<BreakGlassActors>();
        services.AddSingleton<NodeReader>();
        services.AddSingleton<CostBudgets>();
        services.AddSingleton<TenantTurns>();
        services.AddSingleton<IBudgets>(provider => provider.GetRequiredService<CostBudgets>());
        services.AddSingleton(MakeEngine);
        services.AddSingleton(new EventHub<ChangeTopic, Change>());
        services.AddSingleton<LiveChanges>();
        services.AddHostedService<ChangePump>();
        return services;
    }

    /// <summary>
    /// Binds the schema, which needs nothing of the host: a server calls it on another thread while the host is built.
    /// Without it the first request binds the schema.
    /// </summary>
    /// <exception cref="SchemaException">Schema and resolvers do not fit; lists everything that does not.</exception>
    public static void Prepare() => _ = GatewaySchema.Bound;

    /// <summary>What of trusted documents does not fit the schema; binds the schema first, as <see cref="Prepare"/> does.</summary>
    /// <param name="documents">The documents.</param>
    /// <returns>The SHA-256 and the first error of each that does not fit.</returns>
    public static IEnumerable<(string Hash, GraphQLError Error)> Problems(TrustedDocuments documents) =>
        documents.Problems(GatewaySchema.Bound, new GatewayOptions().Limits);

    /// <summary>Maps <c>/graphql</c>.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <returns>The same endpoints.</returns>
    public static IEndpointRouteBuilder MapMentorCloudGateway(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<GatewayOptions>>().Value;
        endpoints.MapGraphQL("/graphql", endpoints.ServiceProvider.GetRequiredService<GraphQLEngine>, new GraphQLHttpOptions
        {
            CreateContext = http => http.WebSockets.IsWebSocketRequest
                ? MakeContextAnewAsync(http, options)
                : MakeContextAsync(http, options.ActorOf(http), options),
            StatusOfRefusal = static code => code == Domain.Refusals.ErrorCodes.RateLimited ? StatusCodes.Status429TooManyRequests : null,
            Explorer = options.Explorer,
        });
        return endpoints;
    }

    private static GraphQLEngine MakeEngine(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<GatewayOptions>>().Value;
        return new GraphQLEngine(GatewaySchema.Bound, new GraphQLEngineOptions
        {
            Limits = options.Limits,
            Documents = options.Documents,
            ErrorMappers = [new RefusalMapper(), .. options.ErrorMappers],
            Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("MentorCloud.GraphQL"),
        });
    }

    /// <summary>For each operation on a WebSocket: whoever opened it may have logged out since.</summary>
    private static async ValueTask<GraphQLRequestContext> MakeContextAnewAsync(HttpContext http, GatewayOptions options) =>
        MakeContext(http, await ActorNowAsync(http, options), options);

    private static async ValueTask<GraphQLRequestContext> MakeContextAsync(HttpContext http, Actor actor, GatewayOptions options) =>
        MakeContext(http, await LimitAsync(http, actor), options);

    private static GraphQLRequestContext MakeContext(HttpContext http, Actor actor, GatewayOptions options) =>
        new(http.RequestServices)
        {
            State = http.RequestServices.GetRequiredService<CallerAccessor>().Enter(actor, _ => ActorStillAsync(http, options)),
            IsAuthenticated = actor.Kind != ActorKind.Anonymous,
            RequireTrustedDocuments = options.TrustedOnly(http),
            EnterQuery = actor.Tenant is { } tenant ? stop => http.RequestServices.GetRequiredService<TenantTurns>().EnterAsync(tenant, stop) : null,
            OnCost = cost => BudgetCharges.ChargeOperation(actor, cost, http),
        };

    private static async Task<Actor> ActorNowAsync(HttpContext http, GatewayOptions options) =>
        await LimitAsync(http, options.ActorNow is { } look ? await look(http) : options.ActorOf(http));

    /// <summary>The same for a subscription that looks before an event: within the same limits, but no request that would be noted.</summary>
    private static async Task<Actor> ActorStillAsync(HttpContext http, GatewayOptions options) =>
        options.ActorStill is { } look ? await LimitAsync(http, await look(http), isRequest: false) : await ActorNowAsync(http, options);

    private static async ValueTask<Actor> LimitAsync(HttpContext http, Actor actor, bool isRequest = true) => await http.RequestServices
        .GetRequiredService<BreakGlassActors>()
        .EnterAsync(http, await http.RequestServices.GetRequiredService<DelegatedActors>().LimitAsync(actor), isRequest);
}
