using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.People;

/// <summary>Who stands how to a participant's profile.</summary>
public static class ParticipantAccess
{
    /// <summary>Refuses everybody but the person and the program's managers, as if the person did not exist.</summary>
    /// <param name="state">The participant.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>NOT_FOUND, or null.</returns>
    public static Refusal? RefuseViewer(ParticipantState state, Actor actor)
    {
        var may = actor.Kind switch
        {
            ActorKind.User => actor.Participant == state.Id || actor.Holds(Role.TenantAdmin | Role.ProgramManager),
            ActorKind.Client => actor.Scopes.HasFlag(Scope.ProgramsRead),
            _ => actor.Kind is ActorKind.System or ActorKind.Operator,
        };
        return may ? null : new Refusal(ErrorCodes.NotFound, "There is no such participant.");
    }
}
