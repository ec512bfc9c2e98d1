namespace MentorCloud.App.Simulation.Faults;

/// <summary>The fault of a lost duty: reminders of one pairing are taken and never handed over.</summary>
internal sealed class DeafReminders(FaultPlanter planter) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context) =>
        planter.Fault == PlantedFault.DutyLost && context.MethodName == nameof(IRemindable.ReceiveReminder)
        && context.TargetId.Key.ToString() == planter.Victim
            ? Task.CompletedTask : context.Invoke();
}
