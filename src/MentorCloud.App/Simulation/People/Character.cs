namespace MentorCloud.App.Simulation.People;

/// <summary>How the two in a pairing go about it.</summary>
internal enum Character
{
    /// <summary>Does what is due within two days.</summary>
    Steady,

    /// <summary>Does less from month to month.</summary>
    Drifting,

    /// <summary>Says nothing any more after a while.</summary>
    Silent,

    /// <summary>Is steady, and turns to the program over something.</summary>
    Escalating,

    /// <summary>Is steady until one asks for somebody else.</summary>
    WantsAnother,

    /// <summary>Is steady until one of them leaves the company.</summary>
    Leaving,

    /// <summary>Is steady until the mentee is promoted.</summary>
    Promoted,

    /// <summary>Is steady, with a pause in between.</summary>
    Pausing,

    /// <summary>Is steady, works on a plan, has others look at the mentee in a 360-degree review, and comes to meet less often as the mentee leads more.</summary>
    Growing,

    /// <summary>Never begins: one side does not sign, until the program closes it.</summary>
    Unsigned,
}
