// Times LEMON's solvers on an assignment instance: int32 size, then size*size int64 scores (negative: forbidden).
// Usage: peers FILE network|cost|capacity. Prints "total seconds". Building the instance is not timed.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>
#include <lemon/capacity_scaling.h>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

using namespace lemon;

template <typename Solver>
int run(const StaticDigraph& graph, const StaticDigraph::ArcMap<int64_t>& cost, const StaticDigraph::ArcMap<int64_t>& upper,
        const StaticDigraph::NodeMap<int64_t>& supply) {
    // The best of three runs for small sizes: the first one warms the caches.
    double best = 1e300;
    for (int run = 0; run < (lemon::countNodes(graph) <= 2000 ? 3 : 1) && (run == 0 || best < 1); ++run) {
        Solver solver(graph);
        solver.upperMap(upper).costMap(cost).supplyMap(supply);
        const auto start = std::chrono::steady_clock::now();
        if (solver.run() != Solver::OPTIMAL) return 1;
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        best = std::min(best, seconds.count());
        if (run == 0) std::printf("%lld ", static_cast<long long>(-solver.template totalCost<int64_t>()));
    }
    std::printf("%.6f\n", best);
    return 0;
}

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::FILE* file = std::fopen(argv[1], "rb");
    int32_t size = 0;
    if (!file || std::fread(&size, 4, 1, file) != 1) return 3;
    std::vector<int64_t> scores(static_cast<size_t>(size) * size);
    if (std::fread(scores.data(), 8, scores.size(), file) != scores.size()) return 3;
    std::fclose(file);
    std::vector<std::pair<int, int>> arcs;
    std::vector<int64_t> costs;
    for (int i = 0; i < size; ++i)
        for (int j = 0; j < size; ++j)
            if (const int64_t score = scores[static_cast<size_t>(i) * size + j]; score >= 0) {
                arcs.emplace_back(i, size + j);
                costs.push_back(-score);
            }
    StaticDigraph graph;
    graph.build(2 * size, arcs.begin(), arcs.end());
    StaticDigraph::ArcMap<int64_t> cost(graph), upper(graph, 1);
    StaticDigraph::NodeMap<int64_t> supply(graph);
    for (int a = 0; a < graph.arcNum(); ++a) cost[graph.arc(a)] = costs[a];
    for (int i = 0; i < size; ++i) {
        supply[graph.node(i)] = 1;
        supply[graph.node(size + i)] = -1;
    }
    if (!std::strcmp(argv[2], "network")) return run<NetworkSimplex<StaticDigraph, int64_t, int64_t>>(graph, cost, upper, supply);
    if (!std::strcmp(argv[2], "cost")) return run<CostScaling<StaticDigraph, int64_t, int64_t>>(graph, cost, upper, supply);
    if (!std::strcmp(argv[2], "capacity")) return run<CapacityScaling<StaticDigraph, int64_t, int64_t>>(graph, cost, upper, supply);
    return 2;
}
