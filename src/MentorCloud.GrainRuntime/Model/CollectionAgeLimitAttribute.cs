using System.Globalization;

namespace MentorCloud.GrainRuntime;

/// <summary>How long activations of the grain class stay without calls before they are collected; at least a minute.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CollectionAgeLimitAttribute : Attribute
{
    /// <summary>The shortest limit.</summary>
    public static readonly TimeSpan MinAgeLimit = TimeSpan.FromMinutes(1);

    private readonly TimeSpan? _period;

    /// <summary>Takes the limit from <see cref="Days"/>, <see cref="Hours"/> and <see cref="Minutes"/>.</summary>
    public CollectionAgeLimitAttribute()
    {
    }

    /// <summary>Takes the limit as text.</summary>
    /// <param name="inactivityPeriod">As <see cref="TimeSpan.Parse(string)"/> reads it.</param>
    public CollectionAgeLimitAttribute(string inactivityPeriod) => _period = TimeSpan.Parse(inactivityPeriod, CultureInfo.InvariantCulture);

    /// <summary>Days of the limit, added to hours and minutes.</summary>
    public double Days { get; set; }

    /// <summary>Hours of the limit.</summary>
    public double Hours { get; set; }

    /// <summary>Minutes of the limit.</summary>
    public double Minutes { get; set; }

    /// <summary>True exempts the class from collection.</summary>
    public bool AlwaysActive { get; set; }

    /// <summary>The limit that results.</summary>
    public TimeSpan AgeLimit
    {
        get
        {
            var limit = AlwaysActive
                ? TimeSpan.FromDays(short.MaxValue)
                : _period ?? TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);
            return limit < MinAgeLimit ? MinAgeLimit : limit;
        }
    }
}
