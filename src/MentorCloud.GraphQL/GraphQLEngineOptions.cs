using MentorCloud.GraphQL.Documents;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorCloud.GraphQL;

/// <summary>How an engine runs; fixed when it is made.</summary>
public sealed record GraphQLEngineOptions
{
    /// <summary>Limits on documents and operations; on by default.</summary>
    public GraphQLLimits Limits { get; init; } = new();

    /// <summary>Asked in order about exceptions of resolvers; the first that knows one decides.</summary>
    public IReadOnlyList<IErrorMapper> ErrorMappers { get; init; } = [];

    /// <summary>Where unexpected exceptions are logged with their id.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Stored documents; null when documents come as text only.</summary>
    public IDocumentStore? Documents { get; init; }

    /// <summary>Prepared documents kept; least recently used leave. Default 1,000.</summary>
    public int CachedDocuments { get; init; } = 1_000;

    /// <summary>The clock of durations and time limits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
