namespace MentorCloud.Contracts.Solving;

/// <summary>The matching engine as the round's worker sees it.</summary>
public interface ISolver
{
    /// <summary>Scores and assigns; a pure function of the task, off any grain's turn.</summary>
    /// <param name="task">Whom to match by what.</param>
    /// <param name="progress">Told the share done, 0..1.</param>
    /// <param name="cancellationToken">Stops the solver; nothing is handed back.</param>
    /// <returns>The draft with its certificate's verdict.</returns>
    Task<SolvedDraft> SolveAsync(SolveTask task, IProgress<double>? progress, CancellationToken cancellationToken);
}
