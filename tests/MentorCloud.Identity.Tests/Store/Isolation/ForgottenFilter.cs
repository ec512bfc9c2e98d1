using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MentorCloud.Identity.Tests.Store.Isolation;

/// <summary>Takes the tenant out of every query's conditions, as if whoever wrote it had forgotten it.</summary>
internal sealed class ForgottenFilter : IQueryExpressionInterceptor
{
    public static ForgottenFilter Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => new Remover().Visit(queryExpression);

    private sealed class Remover : ExpressionVisitor
    {
        protected override Expression VisitBinary(BinaryExpression node) =>
            node.NodeType == ExpressionType.Equal && IsTenant(node.Left) && !IsTenant(node.Right) ? Expression.Constant(true) : base.VisitBinary(node);

        private static bool IsTenant(Expression side) => side is MemberExpression { Member.Name: "Tenant" };
    }
}
