using MentorCloud.Domain.Cohorts.Requests;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record ChoosingInput(ChoosingMode Mode, int Candidates, int RequestDays)
{
    public Choosing ToChoosing() => new(Mode, Candidates, RequestDays);
}
