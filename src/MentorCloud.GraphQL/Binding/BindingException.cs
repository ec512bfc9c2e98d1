namespace MentorCloud.GraphQL.Binding;

/// <summary>One thing of the schema does not fit its C#; collected and listed when the schema is built.</summary>
internal sealed class BindingException(string message) : Exception(message);
