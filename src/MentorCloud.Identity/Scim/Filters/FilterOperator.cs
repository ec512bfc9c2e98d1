namespace MentorCloud.Identity.Scim.Filters;

/// <summary>The comparisons, named as a filter writes them.</summary>
internal enum FilterOperator
{
    Eq,
    Ne,
    Co,
    Sw,
    Ew,
    Gt,
    Ge,
    Lt,
    Le,
}
