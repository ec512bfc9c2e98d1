namespace MentorCloud.Domain.Refusals;

/// <summary>Every error code. SUBJECT_PROBLEM; stable once released. What each means to a person is in docs/errors.md.</summary>
public static class ErrorCodes
{
    /// <summary>A field of the input is malformed, too long or out of range.</summary>
    public const string InputInvalid = "INPUT_INVALID";

    /// <summary>No such thing for this caller; things of another tenant answer the same.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The caller's roles or scopes do not allow it.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>Nobody is logged in, or the token is no longer valid.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>A thing with this id or name exists already.</summary>
    public const string AlreadyExists = "ALREADY_EXISTS";

    /// <summary>The mentor has more mentees than the capacity that was asked for.</summary>
    public const string ParticipantCapacityInUse = "PARTICIPANT_CAPACITY_IN_USE";

    /// <summary>The mentee has a mentor in this cohort.</summary>
    public const string MenteeAlreadyPaired = "MENTEE_ALREADY_PAIRED";

    /// <summary>All of the mentor's capacity is in use.</summary>
    public const string MentorCapacityExhausted = "MENTOR_CAPACITY_EXHAUSTED";

    /// <summary>The cohort lacks what it needs to open.</summary>
    public const string CohortIncomplete = "COHORT_INCOMPLETE";

    /// <summary>The cohort is over.</summary>
    public const string CohortClosed = "COHORT_CLOSED";

    /// <summary>The cohort is open; what was asked can change only before.</summary>
    public const string CohortAlreadyOpen = "COHORT_ALREADY_OPEN";

    /// <summary>The cohort is not open yet.</summary>
    public const string CohortNotOpen = "COHORT_NOT_OPEN";

    /// <summary>Pairings of the cohort live, or are being made.</summary>
    public const string CohortPairingsLive = "COHORT_PAIRINGS_LIVE";

    /// <summary>The cohort's term is over, or ends too soon for new pairings.</summary>
    public const string CohortTermOver = "COHORT_TERM_OVER";

    /// <summary>The cohort's roster lacks mentors or mentees.</summary>
    public const string CohortEmpty = "COHORT_EMPTY";

    /// <summary>The matching round is in a state in which this cannot be done.</summary>
    public const string RoundNotDrafted = "ROUND_NOT_DRAFTED";

    /// <summary>The solver does not work on the round.</summary>
    public const string RoundNotSolving = "ROUND_NOT_SOLVING";

    /// <summary>Somebody cancelled the solving.</summary>
    public const string RoundCancelled = "ROUND_CANCELLED";

    /// <summary>A pin meets a veto or another pin.</summary>
    public const string PairRuleConflict = "PAIR_RULE_CONFLICT";

    /// <summary>A hard rule or a veto forbids the pair.</summary>
    public const string MatchForbidden = "MATCH_FORBIDDEN";

    /// <summary>The pair is pinned, or the mentee to another mentor.</summary>
    public const string MatchPinned = "MATCH_PINNED";

    /// <summary>The draft does not have the pair.</summary>
    public const string MatchNotProposed = "MATCH_NOT_PROPOSED";

    /// <summary>The rotation is being planned or moves on.</summary>
    public const string RotationAtWork = "ROTATION_AT_WORK";

    /// <summary>There is no rotation plan to publish.</summary>
    public const string RotationNotPlanned = "ROTATION_NOT_PLANNED";

    /// <summary>Stages of a rotation begin in order.</summary>
    public const string RotationStageOrder = "ROTATION_STAGE_ORDER";

    /// <summary>Every stage of the rotation has begun.</summary>
    public const string RotationOver = "ROTATION_OVER";

    /// <summary>The round is a stage of a rotation plan, which publishes it.</summary>
    public const string RoundOfRotation = "ROUND_OF_ROTATION";

    /// <summary>There are too few finished pairings to propose weights from.</summary>
    public const string CalibrationTooFew = "CALIBRATION_TOO_FEW";

    /// <summary>There is no such open proposal of weights.</summary>
    public const string WeightsNotProposed = "WEIGHTS_NOT_PROPOSED";

    /// <summary>The weights have changed since they were proposed.</summary>
    public const string WeightsProposalStale = "WEIGHTS_PROPOSAL_STALE";

    /// <summary>In this cohort people do not choose each other.</summary>
    public const string ChoosingClosed = "CHOOSING_CLOSED";

    /// <summary>The one asked is not among the candidates whom the engine offers.</summary>
    public const string CandidateNotOffered = "CANDIDATE_NOT_OFFERED";

    /// <summary>A request between the two waits already.</summary>
    public const string MatchRequestOpen = "MATCH_REQUEST_OPEN";

    /// <summary>Whoever asks has as many requests waiting as one may have.</summary>
    public const string MatchRequestsTooMany = "MATCH_REQUESTS_TOO_MANY";

    /// <summary>The request is answered, withdrawn or expired.</summary>
    public const string MatchRequestOver = "MATCH_REQUEST_OVER";

    /// <summary>Only the other side of the request can do this.</summary>
    public const string MatchRequestOtherSide = "MATCH_REQUEST_OTHER_SIDE";

    /// <summary>The pairing is over.</summary>
    public const string PairingEnded = "PAIRING_ENDED";

    /// <summary>The round that prepared the pairing was released.</summary>
    public const string PairingReleased = "PAIRING_RELEASED";

    /// <summary>The learning contract is not signed by both sides.</summary>
    public const string PairingContractUnsigned = "PAIRING_CONTRACT_UNSIGNED";

    /// <summary>A contract version waits for signatures.</summary>
    public const string ContractAlreadyProposed = "CONTRACT_ALREADY_PROPOSED";

    /// <summary>There is no contract draft.</summary>
    public const string ContractNotDrafted = "CONTRACT_NOT_DRAFTED";

    /// <summary>No contract version is proposed.</summary>
    public const string ContractNotProposed = "CONTRACT_NOT_PROPOSED";

    /// <summary>The contract lacks parts that every contract needs.</summary>
    public const string ContractIncomplete = "CONTRACT_INCOMPLETE";

    /// <summary>Another version than the one named is proposed.</summary>
    public const string ContractVersionStale = "CONTRACT_VERSION_STALE";

    /// <summary>The pairing is paused; resume it first.</summary>
    public const string PairingPaused = "PAIRING_PAUSED";

    /// <summary>The pairing is not paused.</summary>
    public const string PairingNotPaused = "PAIRING_NOT_PAUSED";

    /// <summary>Only the other side of the pairing can do this.</summary>
    public const string PairingOtherSide = "PAIRING_OTHER_SIDE";

    /// <summary>Nothing of this kind is to come or due.</summary>
    public const string DutyNotScheduled = "DUTY_NOT_SCHEDULED";

    /// <summary>Too early for this: it can be done from as many days before its day as it has days of grace.</summary>
    public const string DutyTooEarly = "DUTY_TOO_EARLY";

    /// <summary>Somebody has answered it; it cannot be called off any more.</summary>
    public const string DutyAnswered = "DUTY_ANSWERED";

    /// <summary>A milestone is met only with an evidence entry against its criteria.</summary>
    public const string MilestoneWithoutEvidence = "MILESTONE_WITHOUT_EVIDENCE";

    /// <summary>The end of the pairing's term is not near yet.</summary>
    public const string TermNotDue = "TERM_NOT_DUE";

    /// <summary>The tenant's framework has no competency of this name.</summary>
    public const string CompetencyUnknown = "COMPETENCY_UNKNOWN";

    /// <summary>The cohort is of no group program: its pairings have no common sessions.</summary>
    public const string CohortNotGroup = "COHORT_NOT_GROUP";

    /// <summary>The person has left the company; nobody is paired with them.</summary>
    public const string ParticipantDeparted = "PARTICIPANT_DEPARTED";

    /// <summary>The person's data was erased; they take part in nothing any more.</summary>
    public const string ParticipantErased = "PARTICIPANT_ERASED";

    /// <summary>Pairings hold the person still, so their data cannot be erased yet.</summary>
    public const string ParticipantStillPaired = "PARTICIPANT_STILL_PAIRED";

    /// <summary>No search for another mentor waits for a decision.</summary>
    public const string CoverNotProposed = "COVER_NOT_PROPOSED";

    /// <summary>Nobody waits for an answer about another partner.</summary>
    public const string ReassignmentNotRequested = "REASSIGNMENT_NOT_REQUESTED";

    /// <summary>There is no such open escalation.</summary>
    public const string EscalationNotOpen = "ESCALATION_NOT_OPEN";

    /// <summary>An escalation is acknowledged before it is resolved.</summary>
    public const string EscalationUnacknowledged = "ESCALATION_UNACKNOWLEDGED";

    /// <summary>What was written lacks parts that its kind asks for; it is returned for completion.</summary>
    public const string EntryIncomplete = "ENTRY_INCOMPLETE";

    /// <summary>The entry is finished or given up.</summary>
    public const string EntryClosed = "ENTRY_CLOSED";

    /// <summary>What others may have read cannot be taken back.</summary>
    public const string EntryAlreadyShared = "ENTRY_ALREADY_SHARED";

    /// <summary>As many of these as are possible exist already; finish or remove one first.</summary>
    public const string LimitReached = "LIMIT_REACHED";

    /// <summary>The criteria of the autonomy stage are not met yet; the message names them.</summary>
    public const string AutonomyCriteriaUnmet = "AUTONOMY_CRITERIA_UNMET";

    /// <summary>The mentee has not asked for another autonomy stage.</summary>
    public const string AutonomyNotAsked = "AUTONOMY_NOT_ASKED";

    /// <summary>The 360-degree review is closed, already answered, or another one is open.</summary>
    public const string ReviewNotOpen = "REVIEW_NOT_OPEN";

    /// <summary>The mentor gives more hours than agreed; no new mentee until the month is over.</summary>
    public const string MentorOverloaded = "MENTOR_OVERLOADED";

    /// <summary>The thing has changed since the version that the request names.</summary>
    public const string VersionStale = "VERSION_STALE";

    /// <summary>The caller's or the tenant's budget of GraphQL costs is spent for the moment.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>The tenant is read-only.</summary>
    public const string TenantSuspended = "TENANT_SUSPENDED";

    /// <summary>The idempotency key was used before with another input.</summary>
    public const string IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED";

    /// <summary>Too much is asked at once; repeat a moment later with the same idempotency key.</summary>
    public const string ServiceBusy = "SERVICE_BUSY";

    /// <summary>The outside login provider whose tokens are accepted cannot be reached; send the request again.</summary>
    public const string LoginProviderUnavailable = "LOGIN_PROVIDER_UNAVAILABLE";

    /// <summary>The store cannot write now; nothing was changed.</summary>
    public const string StorageUnavailable = "STORAGE_UNAVAILABLE";

    /// <summary>The roster file has errors; nothing was imported.</summary>
    public const string RosterInvalid = "ROSTER_INVALID";

    /// <summary>The framework files have errors; nothing was imported.</summary>
    public const string FrameworkInvalid = "FRAMEWORK_INVALID";

    /// <summary>The file is larger than what can be imported.</summary>
    public const string FileTooLarge = "FILE_TOO_LARGE";

    /// <summary>A cursor that is none, or belongs to another list, order or tenant; begin again without one.</summary>
    public const string CursorInvalid = "CURSOR_INVALID";

    /// <summary>A grain published an entry before an earlier one; a bug of ours, never of a caller's input.</summary>
    public const string FactsOutOfOrder = "FACTS_OUT_OF_ORDER";
    /// <summary>Another open account of the tenant has this e-mail address.</summary>
    public const string AccountEmailTaken = "ACCOUNT_EMAIL_TAKEN";

    /// <summary>The account is closed.</summary>
    public const string AccountClosed = "ACCOUNT_CLOSED";

    /// <summary>The tenant would be left without an administrator.</summary>
    public const string AccountLastAdmin = "ACCOUNT_LAST_ADMIN";

    /// <summary>The e-mail domain belongs to another tenant.</summary>
    public const string DomainTaken = "DOMAIN_TAKEN";

    /// <summary>The record that proves the domain is not in the DNS, or not yet.</summary>
    public const string DomainUnproved = "DOMAIN_UNPROVED";

    /// <summary>With the company's login enforced nobody could get in when it fails.</summary>
    public const string EmergencyAccountMissing = "EMERGENCY_ACCOUNT_MISSING";

    /// <summary>The machine client is revoked.</summary>
    public const string ClientRevoked = "CLIENT_REVOKED";

    /// <summary>The invitation or reset link is unknown, used or expired.</summary>
    public const string InvitationInvalid = "INVITATION_INVALID";

    /// <summary>The password is too short, too long, or easily guessed.</summary>
    public const string PasswordTooWeak = "PASSWORD_TOO_WEAK";

    /// <summary>The solver cannot work on this input; the sentence says why.</summary>
    public const string MatchImpossible = "MATCH_IMPOSSIBLE";

    /// <summary>The event has begun or was called off.</summary>
    public const string EventOver = "EVENT_OVER";

    /// <summary>The event has not begun yet.</summary>
    public const string EventNotBegun = "EVENT_NOT_BEGUN";
}
