using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Execution;

/// <summary>
/// A place of the response that outlives the synchronous pass, because something below it is still awaited (or asked for
/// its path). Places form the way up along which a null travels.
/// </summary>
internal class Place(Place? parent, FieldPlan? field, int index, bool nullable, Span? owner, int start)
{
    public Place? Parent { get; } = parent;

    public FieldPlan? Field { get; } = field;

    public int Index { get; } = index;

    public bool Nullable { get; } = nullable;

    /// <summary>The stretch of output that holds it.</summary>
    public Span? Owner { get; } = owner;

    public int Start { get; } = start;

    public int End { get; set; } = start;

    /// <summary>It became null; nothing below it counts any more.</summary>
    public bool Dead { get; set; }

    public bool IsDead
    {
        get
        {
            for (var place = this; place is not null; place = place.Parent)
            {
                if (place.Dead) return true;
            }

            return false;
        }
    }

    public IReadOnlyList<object> ToPath()
    {
        var path = new List<object>();
        for (var place = this; place is not null; place = place.Parent)
        {
            path.Add(place.Field is null ? place.Index : place.Field.ResponseName);
        }

        path.Reverse();
        return path;
    }
}
