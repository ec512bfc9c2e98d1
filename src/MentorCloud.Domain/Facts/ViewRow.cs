namespace MentorCloud.Domain.Facts;

/// <summary>
/// One row of a read model, a pure function of one grain's state. A grain's rows are replaced as a whole with every
/// commit, so that views rebuilt from grain state equal the views fed by facts, row for row.
/// </summary>
public abstract record ViewRow;
