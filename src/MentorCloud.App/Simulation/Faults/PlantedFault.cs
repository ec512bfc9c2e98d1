namespace MentorCloud.App.Simulation.Faults;

/// <summary>What tests break on purpose, one kind for each check; never a person's option.</summary>
internal enum PlantedFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One pairing's reminder never reaches it.</summary>
    DutyLost,

    /// <summary>One duty is told twice.</summary>
    DutyDoubled,

    /// <summary>A mentor's place is freed although its pairing lives.</summary>
    CapacityExceeded,

    /// <summary>A pairing is ended by nobody.</summary>
    EndedBySilence,

    /// <summary>A confided text goes where it is not sealed.</summary>
    PrivateTextOutside,

    /// <summary>A confided text is logged.</summary>
    PrivateTextLogged,

    /// <summary>A confided text stands in a fact.</summary>
    PrivateTextTold,

    /// <summary>Whoever reads one pairing's entries is answered as if they were its mentee.</summary>
    PrivateTextShown,

    /// <summary>Whoever reads one pairing, whose mentee is reviewed by others, is answered as if they were its mentee.</summary>
    ReviewShown,

    /// <summary>One pair's signatures are refused, which nothing stands against.</summary>
    CommandRefused,

    /// <summary>One pairing's row is no longer brought to the views.</summary>
    ViewStale,
}
