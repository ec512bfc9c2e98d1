using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Validation;

/// <summary>Holds a document against the schema by all rules of the specification, section 5.</summary>
internal static class DocumentValidator
{
    /// <summary>What is wrong; empty for a valid document.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="maxErrors">Validation stops after so many.</param>
    /// <param name="onError">Told the name of the rule of every error; for reports on coverage.</param>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, Document document, int maxErrors = 100, Action<string>? onError = null) =>
        Validate(new ValidationContext(schema, document, maxErrors, onError));

    /// <summary>The same in a context of the caller's, which tells afterwards what the work was.</summary>
    public static IReadOnlyList<GraphQLError> Validate(ValidationContext context)
    {
        try
        {
            new DocumentWalker(context, Rules(context), new ValueChecker(context)).Walk();
        }
        catch (ValidationStopped) when (context.Errors.Count > 0)
        {
            // The errors found so far say enough.
        }
        catch (Exception e) when (e is ValidationStopped or InsufficientExecutionStackException)
        {
            context.OnError?.Invoke(ErrorCodes.ComplexityLimit);
            return [new GraphQLError("The document is too tangled to be validated. Merge fields of the same name, or split it into several operations.", ErrorCodes.ComplexityLimit)];
        }

        return context.Errors;
    }

    private static Rule[] Rules(ValidationContext context) =>
    [
        new MaxIntrospectionDepth(context),
        new ExecutableDefinitions(context),
        new UniqueOperationNames(context),
        new LoneAnonymousOperation(context),
        new SingleFieldSubscriptions(context),
        new KnownTypeNames(context),
        new FragmentsOnCompositeTypes(context),
        new VariablesAreInputTypes(context),
        new ScalarLeafs(context),
        new FieldsOnCorrectType(context),
        new UniqueFragmentNames(context),
        new KnownFragmentNames(context),
        new NoUnusedFragments(context),
        new PossibleFragmentSpreads(context),
        new NoFragmentCycles(context),
        new UniqueVariableNames(context),
        new NoUndefinedVariables(context),
        new NoUnusedVariables(context),
        new KnownDirectives(context),
        new UniqueDirectivesPerLocation(context),
        new KnownArgumentNames(context),
        new UniqueArgumentNames(context),
        new ProvidedRequiredArguments(context),
        new VariablesInAllowedPosition(context),
        new OverlappingFieldsCanBeMerged(context),
        new UniqueInputFieldNames(context),
    ];
}
