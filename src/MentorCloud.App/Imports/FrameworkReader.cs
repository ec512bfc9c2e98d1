using System.Collections.Immutable;
using MentorCloud.App.Imports.Frameworks;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Imports;

/// <summary>
/// Reads a competency framework: skills and work styles joined by code, anchors beside them. The whole framework is
/// held in memory; time and memory grow with profiles times competencies.
/// </summary>
/// <param name="options">The scales.</param>
/// <param name="limits">How much the files may hold.</param>
internal sealed class FrameworkReader(FrameworkOptions options, ImportLimits limits)
{
    private const int MostCompetencies = 100;

    /// <summary>Reads and checks the files.</summary>
    /// <param name="name">The framework's name, 1..200 characters.</param>
    /// <param name="files">The files.</param>
    /// <param name="skipInvalid">Whether profiles with errors are left out; otherwise one error refuses all. Errors in a header refuse all in any case.</param>
    /// <param name="progress">Told how far each file is read; null for nobody.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The framework, or why not: FRAMEWORK_INVALID, FILE_TOO_LARGE in the report.</returns>
    public async Task<FrameworkReading> ReadAsync(
        string name, FrameworkFiles files, bool skipInvalid = false, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        var context = new ImportContext(new ImportLog(limits), limits, progress);
        var skills = await LevelFile.ReadAsync(
            files.Skills, CompetencyKind.Skill, (options.SkillLeast, options.SkillMost), context, cancel);
        var (rows, skipped) = (context.Log.Read, context.Log.Skipped);
        var styles = files.WorkStyles is null ? null : await LevelFile.ReadAsync(
            files.WorkStyles, CompetencyKind.WorkStyle, (options.StyleLeast, options.StyleMost), context, cancel);
        (context.Log.Read, context.Log.Skipped) = (rows, skipped);
        var draft = skills is null || (styles is null && files.WorkStyles is not null)
            ? null
            : await JoinAsync(name, skills, styles, files.Anchors, context, cancel);
        return Conclude(draft, skipInvalid, context.Log);
    }

    private static async Task<FrameworkDraft?> JoinAsync(
        string name, LevelFile skills, LevelFile? styles, ImportSource? anchors, ImportContext context, CancellationToken cancel)
    {
        var competencies = skills.Competencies.AddRange(styles?.Competencies ?? []);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (competencies.FirstOrDefault(each => !names.Add(each.Name)) is { } twice)
        {
            context.Log.Error(styles?.Name ?? skills.Name, 1, twice.Name, "a competency that stands once in the framework", "the name twice");
            return null;
        }

        if (competencies.Length > MostCompetencies)
        {
            context.Log.Error(skills.Name, 1, string.Empty, $"at most {MostCompetencies} competencies, work styles counted", $"{competencies.Length}");
            return null;
        }

        var profiles = styles is null
            ? [.. skills.Rows.Select(row => new FrameworkProfile(row.Key, row.Value.Title, row.Value.Levels))]
            : Join(skills, styles, context.Log);
        var anchored = anchors is null ? competencies : await AnchorFile.ReadAsync(anchors, competencies, context, cancel);
        return new FrameworkDraft(name, anchored, profiles);
    }

    private static ImmutableArray<FrameworkProfile> Join(LevelFile skills, LevelFile styles, ImportLog log)
    {
        var profiles = ImmutableArray.CreateBuilder<FrameworkProfile>(skills.Rows.Count);
        foreach (var (code, row) in skills.Rows)
        {
            if (styles.Rows.TryGetValue(code, out var style))
            {
                profiles.Add(new FrameworkProfile(code, row.Title, row.Levels.AddRange(style.Levels)));
                continue;
            }

            log.Skipped++;
            if (!styles.Lines.ContainsKey(code))
            {
                log.Error(skills.Name, row.Line, "code", $"a code that {styles.Name} has too", ImportLog.Show(code));
            }
        }

        foreach (var (code, line) in styles.Lines.Where(each => !skills.Lines.ContainsKey(each.Key)))
        {
            log.Error(styles.Name, line, "code", $"a code that {skills.Name} has too", ImportLog.Show(code));
        }

        return profiles.ToImmutable();
    }

    private static FrameworkReading Conclude(FrameworkDraft? draft, bool skipInvalid, ImportLog log)
    {
        var report = log.ToReport();
        if (draft is { Profiles.Length: > 0 } && !log.IsTooLarge && (skipInvalid || log.ErrorCount == 0))
        {
            return new FrameworkReading(draft, report);
        }

        var refusal = log.IsTooLarge
            ? new Refusal(ErrorCodes.FileTooLarge, "A file is larger than what can be imported; split it.")
            : new Refusal(ErrorCodes.FrameworkInvalid, $"The framework's files have {log.ErrorCount} errors; nothing was imported. Correct them and repeat.");
        return new FrameworkReading(null, report with { Refusal = refusal });
    }
}
