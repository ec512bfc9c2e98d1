using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Building;

/// <summary>No input object may need itself (specification, section 3.10, circular references).</summary>
internal static class InputCycles
{
    public static void Check(Schema schema, List<string> problems)
    {
        var done = new HashSet<InputObjectType>();
        foreach (var type in schema.Types.OfType<InputObjectType>()) Visit(type, [], done, problems);
    }

    private static void Visit(InputObjectType type, List<(InputObjectType Type, string Field)> path, HashSet<InputObjectType> done, List<string> problems)
    {
        if (!done.Add(type)) return;
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { Inner: InputObjectType next }) continue;
            path.Add((type, field.Name));
            var cycle = path.FindIndex(p => ReferenceEquals(p.Type, next));
            if (cycle >= 0)
            {
                problems.Add($"Cannot reference Input Object \"{next.Name}\" within itself through a series of non-null fields: \"{string.Join('.', path.Skip(cycle).Select(p => p.Field))}\".");
            }
            else
            {
                Visit(next, path, done, problems);
            }

            path.RemoveAt(path.Count - 1);
        }
    }
}
