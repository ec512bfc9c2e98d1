using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Refusals;
using MentorCloud.GraphQL;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

namespace MentorCloud.Gateway.Paging;

/// <summary>Turns <c>first after last before</c> into a page request; 20 entries when neither is given.</summary>
internal static class PageArguments
{
    private const int DefaultSize = 20;
    private const int LargestSize = 100;

    /// <exception cref="RefusedException">INPUT_INVALID naming the argument.</exception>
    public static PageRequest Read(FieldContext field, int? first, string? after, int? last, string? before, bool descending = false)
    {
        if (first is not null && last is not null)
        {
            throw Invalid("last", "Ask for first or last, not both.");
        }

        if (last is null && before is not null)
        {
            throw Invalid("before", "Use before together with last.");
        }

        if (last is not null && after is not null)
        {
            throw Invalid("after", "Use after together with first.");
        }

        var size = first ?? last ?? DefaultSize;
        if (size is < 1 or > LargestSize)
        {
            throw Invalid(last is null ? "first" : "last", $"Ask for 1 to {LargestSize} entries at a time, not {size}.");
        }

        return new PageRequest(size, last is null ? after : before, Backward: last is not null, descending, field.Selects("totalCount"));
    }

    private static RefusedException Invalid(string argument, string message) => new(new Refusal(ErrorCodes.InputInvalid, message, argument));
}
