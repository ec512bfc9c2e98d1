using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Contracts.Imports;

/// <summary>Imports of small files as text; larger ones are streamed to <c>/imports/*</c> or read by the <c>import</c> command.</summary>
public interface IImports
{
    /// <summary>Imports a competency framework and adopts it.</summary>
    /// <param name="actor">A tenant admin, or a client that may write programs.</param>
    /// <param name="id">Names the import; repeating it changes nothing.</param>
    /// <param name="files">The files' texts.</param>
    /// <param name="cancellationToken">Gives up between steps.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="RefusedException">FORBIDDEN, TENANT_SUSPENDED and the like.</exception>
    Task<ImportOutcome> ImportFrameworkAsync(Actor actor, CommandId id, FrameworkTexts files, CancellationToken cancellationToken);

    /// <summary>Imports a roster and, with a cohort, enrols everybody.</summary>
    /// <param name="actor">A tenant admin or program manager, or a client that may write programs.</param>
    /// <param name="id">Names the import; repeating it changes nothing.</param>
    /// <param name="roster">The file's text, and what to do with it.</param>
    /// <param name="cancellationToken">Gives up between people.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="RefusedException">NOT_FOUND (cohort), FORBIDDEN, TENANT_SUSPENDED and the like.</exception>
    Task<ImportOutcome> ImportRosterAsync(Actor actor, CommandId id, RosterText roster, CancellationToken cancellationToken);
}
