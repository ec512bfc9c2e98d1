namespace MentorCloud.Gateway.Pairings;

/// <summary>What every input of a mutation on a pairing begins with.</summary>
internal interface IPairingInput
{
    /// <summary>The caller's key for the request.</summary>
    string IdempotencyKey { get; }

    /// <summary>The pairing's global id.</summary>
    string Pairing { get; }
}
