using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Grains.State;

/// <summary>
/// A grain whose record is one envelope. <see cref="DecideAsync"/> is the only way to change it: decide, commit once,
/// publish, answer. Durability, idempotent retries and publication live here and nowhere else.
/// </summary>
/// <typeparam name="TState">The domain's state.</typeparam>
public abstract partial class StatefulGrain<TState> : Grain, IRemindable
    where TState : class
{
    private const string ReminderName = "next";

    private readonly IPersistentState<Envelope<TState>> store;
    private readonly GrainTools tools;
    private readonly Publication publication;
    private readonly Alarm alarm;
    private TState? opened;

    /// <summary>Takes the grain's stored record and what every grain works with.</summary>
    /// <param name="store">The stored envelope.</param>
    /// <param name="tools">Clock and publisher.</param>
    protected StatefulGrain(IPersistentState<Envelope<TState>> store, GrainTools tools)
    {
        this.store = store;
        this.tools = tools;
        publication = new Publication(tools);
        alarm = new Alarm(
            (due, period) => this.RegisterOrUpdateReminder(ReminderName, due, period),
            async () =>
            {
                if (await this.GetReminder(ReminderName) is { } reminder)
                {
                    await this.UnregisterReminder(reminder);
                }
            });
    }

    /// <summary>The state; null before the first commit.</summary>
    protected TState? State => opened;

    /// <summary>The instant, UTC.</summary>
    protected DateTimeOffset Now => tools.Clock.GetUtcNow();

    /// <summary>The kind of grain as facts, audit and sealing name it: <c>Pairing</c>.</summary>
    protected abstract string Kind { get; }

    /// <summary>The grain as facts, audit and sealing name it: <c>Pairing/{tenant}/{id}</c>.</summary>
    protected string FullName => $"{Kind}/{this.GetPrimaryKeyString()}";

    /// <summary>The grain's tenant.</summary>
    protected TenantId Tenant => EntityId.Parse<TenantId>(this.GetPrimaryKeyString()[..EntityId.TextLength]);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        opened = store.State.State is { } stored ? await OpenAsync(stored) : null;

    /// <inheritdoc/>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        alarm.Rings();
        if (State is not null && store.State.NextDue is { } due && due <= Now)
        {
            await OnDueAsync(Actor.System(Tenant, "reminder"));
        }

        // The reminder is the only way back to an outbox that is not empty, so it is let go once the outbox has been emptied
        // durably, never beside that write: one of the two can fail by itself.
        await EmptyOutboxAsync();
        await alarm.RelaxAsync(store.State.NextDue, Now);
    }

    /// <summary>When the grain's one timer must ring next in a state; null when never.</summary>
    /// <param name="state">The state.</param>
    /// <returns>UTC.</returns>
    protected virtual DateTimeOffset? NextDue(TState state) => null;

    /// <summary>The grain's view rows in a state; default (a null array) when it has no views.</summary>
    /// <param name="state">The state.</param>
    /// <returns>All of its rows.</returns>
    protected virtual ImmutableArray<ViewRow> Rows(TState state) => default;

    /// <summary>Seals a state for the store.</summary>
    /// <param name="state">The state as it was decided.</param>
    /// <returns>The state as it is stored; the same where nothing is sealed.</returns>
    protected virtual ValueTask<TState> CloseAsync(TState state) => ValueTask.FromResult(state);

    /// <summary>Opens a state that was read from the store, once for an activation.</summary>
    /// <param name="stored">The state as it is stored.</param>
    /// <returns>The state as decisions see it.</returns>
    protected virtual ValueTask<TState> OpenAsync(TState stored) => ValueTask.FromResult(stored);

    /// <summary>Does what has fallen due.</summary>
    /// <param name="actor">The system.</param>
    /// <returns>Completes when it is done.</returns>
    protected virtual Task OnDueAsync(Actor actor) => Task.CompletedTask;

    /// <summary>Refuses when there is no state; the empty activation leaves at once.</summary>
    /// <param name="what">The word for it in the refusal.</param>
    /// <returns>NOT_FOUND, or null.</returns>
    protected Refusal? RefuseUnknown(string what)
    {
        if (State is not null)
        {
            return null;
        }

        DeactivateOnIdle();
        return new Refusal(ErrorCodes.NotFound, $"There is no such {what}.");
    }

    /// <summary>What most commands answer: the refusal, or else the state as it is now.</summary>
    /// <param name="refusal">What <see cref="DecideAsync"/> gave.</param>
    /// <returns>The answer.</returns>
    protected Reply<TState> Answer(Refusal? refusal) => refusal is null ? State! : refusal;

    /// <summary>Decides and, when accepted, commits. A command carried out before is not carried out again.</summary>
    /// <param name="actor">In whose name.</param>
    /// <param name="id">The command's id; default for the system's own steps, which the domain makes idempotent.</param>
    /// <param name="input">The command's input, for recognising another input under the same id.</param>
    /// <param name="decide">The domain's decision.</param>
    /// <param name="operation">The operation's name.</param>
    /// <returns>The refusal, or null when accepted.</returns>
    protected async Task<Refusal?> DecideAsync(
        Actor actor,
        CommandId id,
        object? input,
        Func<TState?, DateTimeOffset, Decision<TState>> decide,
        [CallerMemberName] string operation = "") =>
        IsHandled(id, operation, input, out var command, out var reused) ? reused : await DecideNewAsync(actor, command, decide);

    /// <summary>Decides a command that <see cref="IsHandled"/> found to be new and, when accepted, commits.</summary>
    /// <param name="actor">In whose name.</param>
    /// <param name="command">The command as it is to be remembered; null when it is not.</param>
    /// <param name="decide">The domain's decision.</param>
    /// <returns>The refusal, or null when accepted.</returns>
    protected async Task<Refusal?> DecideNewAsync(Actor actor, HandledCommand? command, Func<TState?, DateTimeOffset, Decision<TState>> decide)
    {
        var decision = decide(State, Now);
        if (decision.Refusal is not null)
        {
            if (State is null)
            {
                DeactivateOnIdle();
            }

            return decision.Refusal;
        }

        if (!ReferenceEquals(decision.State, State))
        {
            if (RefuseWhileUnpublished() is { } full)
            {
                return full;
            }

            var made = State is { } before ? Made(before, decision.State!) : null;
            await CommitAsync(actor, decision, command is null ? null : command with { Made = made });
        }
        else if (command is not null && State is not null && actor.Kind != ActorKind.System)
        {
            await RememberAsync(command);
        }

        return null;
    }

    /// <summary>What a step from one state to the next made inside the grain, which the command's repetition must find again.</summary>
    /// <param name="before">The state before.</param>
    /// <param name="after">The state after.</param>
    /// <returns>Its number; null when nothing of the kind.</returns>
    protected virtual int? Made(TState before, TState after) => null;

    /// <summary>What a remembered command made.</summary>
    /// <param name="id">The command's id.</param>
    /// <returns>As <see cref="Made"/> gave it; null when it made nothing or is not remembered any more.</returns>
    protected int? MadeBy(CommandId id) => store.State.Handled.Find(id)?.Made;

    /// <summary>Whether a command was carried out before: for those who store something beside the state ahead of <see cref="DecideAsync"/>.</summary>
    /// <param name="id">The command's id.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="input">The command's input.</param>
    /// <param name="command">The command as it is to be remembered, with the input's fingerprint; null without an id.</param>
    /// <param name="reused">The refusal when the id was used for another input, else null.</param>
    /// <returns>True when nothing is to be done any more.</returns>
    protected bool IsHandled(CommandId id, string operation, object? input, out HandledCommand? command, out Refusal? reused)
    {
        command = id == default ? null : new HandledCommand(id, Fingerprint.Of(operation, input));
        var earlier = command is null ? null : store.State.Handled.Find(id);
        reused = earlier is not null && !Fingerprint.Fits(earlier.Fingerprint, command!.Fingerprint, operation, input)
            ? new Refusal(ErrorCodes.IdempotencyKeyReused, "This idempotency key was used for another command or input; use a new one.", "idempotencyKey")
            : null;
        return earlier is not null;
    }

    /// <summary>The grain's rows as its state has them.</summary>
    /// <returns>The projection.</returns>
    protected Projection ProjectState() =>
        new(store.State.Sequence, State is null || Rows(State) is not { IsDefault: false } rows ? [] : rows);

    /// <summary>An outbox that nobody takes does not grow without bound.</summary>
    private Refusal? RefuseWhileUnpublished()
    {
        var waiting = publication.Unconfirmed(store.State.Outbox);
        if (waiting.Length < Envelope<TState>.MostUnpublished)
        {
            return null;
        }

        publication.Retry(Tenant, FullName, waiting);
        return new Refusal(
            ErrorCodes.StorageUnavailable, "The lists have not taken earlier changes for some time, so no more are accepted; repeat in a minute with the same idempotency key.");
    }
}
