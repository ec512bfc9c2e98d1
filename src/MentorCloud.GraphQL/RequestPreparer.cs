using System.Text.Json;
using MentorCloud.GraphQL.Documents;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Limits;
using MentorCloud.GraphQL.Planning;
using MentorCloud.GraphQL.Telemetry;
using MentorCloud.GraphQL.Validation;

namespace MentorCloud.GraphQL;

/// <summary>Everything that is decided before execution: document, validity, limits, operation, variables, cost.</summary>
internal sealed class RequestPreparer(Schema schema, GraphQLEngineOptions options)
{
    private readonly BoundedCache<PreparedDocument> _cache = new(options.CachedDocuments);
    private readonly GraphQLLimits _limits = options.Limits;

    /// <summary>What may run, or the response that refuses it; refusals are counted.</summary>
    public PreparedRequest Prepare(ReadOnlySpan<char> query, string? operationName, JsonElement variables, string? hash, GraphQLRequestContext context)
    {
        try
        {
            var document = Document(query, hash, context);
            if (document.Errors.Count > 0) return Refuse(document.Errors);
            var operation = document.Operation(operationName);
            CheckShape(document, operation, context);
            var errors = new List<GraphQLError>(0);
            var values = operation.Coerce(variables, errors);
            if (errors.Count > 0) return Refuse(errors);
            var cost = operation.Cost!.For(values);
            var most = context.MaxCost ?? _limits.MaxCost;
            if (cost > most) throw new GraphQLException($"The operation costs {cost}; at most {most} are allowed. Ask for shorter lists.", ErrorCodes.CostLimit);
            context.OnCost?.Invoke(cost);
            return new PreparedRequest(operation, values, cost);
        }
        catch (GraphQLException e)
        {
            return Refuse([e.Error]);
        }
        catch (SyntaxException e)
        {
            return Refuse([e.ToError()]);
        }
    }

    private static PreparedRequest Refuse(IReadOnlyList<GraphQLError> errors)
    {
        GraphQLTelemetry.Count(errors);
        return new PreparedRequest(GraphQLResponse.Refuse(errors));
    }

    private PreparedDocument Document(ReadOnlySpan<char> query, string? hash, GraphQLRequestContext context)
    {
        if (hash is not null) return Stored(query, hash, context);
        if (context.RequireTrustedDocuments)
        {
            throw new GraphQLException("Only trusted documents are accepted here; send extensions.persistedQuery.sha256Hash.", ErrorCodes.TrustedOnly);
        }

        if (query.IsEmpty) throw new GraphQLException("Must provide a document.", ErrorCodes.BadRequest);
        return _cache.Find(query) ?? Read(query.ToString());
    }

    private PreparedDocument Stored(ReadOnlySpan<char> query, string hash, GraphQLRequestContext context)
    {
        var store = options.Documents ?? throw new GraphQLException("This server stores no documents; send the text.", ErrorCodes.PersistedNotFound);
        if (store.Find(hash) is { } text) return _cache.Find(text) ?? Read(text);
        if (query.IsEmpty || !store.AcceptsNew || context.RequireTrustedDocuments)
        {
            throw context.RequireTrustedDocuments
                ? new GraphQLException("The document is not one of the trusted ones.", ErrorCodes.TrustedOnly)
                : new GraphQLException("PersistedQueryNotFound", ErrorCodes.PersistedNotFound);
        }

        var sent = query.ToString();
        if (TrustedDocuments.HashOf(sent) != hash) throw new GraphQLException("The document's SHA-256 is not the hash that was sent with it.", ErrorCodes.PersistedMismatch);
        var document = _cache.Find(sent) ?? Read(sent);
        if (document.Errors.Count == 0) store.Add(hash, sent);
        return document;
    }

    private PreparedDocument Read(string text)
    {
        var document = Parser.Parse(text, _limits.MaxTokens);
        var prepared = new PreparedDocument(schema, document, DocumentValidator.Validate(schema, document, _limits.MaxErrors));
        if (prepared.Errors.Count == 0) _cache.Add(text, prepared);
        return prepared;
    }

    private void CheckShape(PreparedDocument document, PreparedOperation operation, GraphQLRequestContext context)
    {
        if (operation.Cost is null)
        {
            var shape = new ShapeLimits(document, _limits);
            shape.Check(operation.Definition);
            operation.Introspects = shape.Introspects(operation.Definition);
            operation.Cost = new CostPlan(document, operation.Definition, operation.RootType, _limits);
        }

        if (operation.Introspects && !context.IsAuthenticated && !_limits.AnonymousIntrospection)
        {
            throw new GraphQLException("Introspection is for logged-in callers. Send an access token.", ErrorCodes.IntrospectionRefused);
        }
    }
}
