#pragma once

#include "model/routing/path_search.h"
#include "model/routing/spread.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace groundplan::routing {

struct Room;

/// One connection on its way through the router.
struct Job {
    ElementId id;
    ElementId sourceId; ///< none for a bare place
    ElementId targetId;
    int link = -1; ///< slot in the index; -1 for a preview
    Ends ends;
    QList<Point> via; ///< points that the path must pass, in order; board coordinates
    Port source;
    Port target;
    bool straight = false;
    bool found = false;           ///< has its path
    Coord clearance = kClearance; ///< that the path keeps
    Path path;                    ///< the result, board coordinates

    /// Where the line leads that leaves an end: to the other one, or to the waypoint next to it.
    Point sourceLeadsTo() const { return via.isEmpty() ? target.at : via.first(); }
    Point targetLeadsTo() const { return via.isEmpty() ? source.at : via.last(); }
};

Job jobFor(const Scene& scene, int link);

/// Routes a set of connections together. Stages: straight lines and loops; sides for the rest; ends spread
/// along each side; ways; lines moved apart. Every decision goes by geometry and, where that is equal, by id.
/// Stored routes with bends make room on the sides that the new ones come to: they become jobs too.
class Engine {
public:
    Engine(Scene& scene, std::vector<Job>& jobs)
        : scene_(scene)
        , jobs_(jobs) {}
    void run();

private:
    /// An end that has its place on a side, of a stored route or of one made in this run.
    struct Placed {
        Coord at = 0;
        Point toward;  ///< where its line leads
        int link = -1; ///< of a stored route that may make room: the connection, and which end this is
        bool atTarget = false;
    };
    using SideKey = qint64;
    static SideKey keyOf(int node, Way side) { return qint64(node) * 4 + qint64(side); }

    void sortJobs();
    void collectPlaced();
    void collectPlacedAt(int node);
    std::optional<Port> storedPort(int link, bool atTarget) const;
    void placeLoops();
    void placeStraight();
    void placeStraightGroup(std::size_t first, std::size_t last);
    void chooseSides();
    void chooseSides(Job& job);
    void spreadEnds();
    void keepOffWords(const Rect& rect, Way side, const std::vector<FixedEnd>& fixed, SideEnd* ends,
                      std::size_t count) const;
    void goRoughly(Job& job);
    void findWays();
    void findWay(Job& job);
    void findWayThrough(Job& job);
    Found wayThrough(const Job& job, std::vector<SearchEnd>& sources, std::vector<SearchEnd>& targets);
    std::vector<SearchEnd> otherEnds(const Job& job, bool atTarget, const Room& room) const;
    void straighten(Job& job);
    void straightenThrough(Job& job) const;
    std::optional<Port> portAbreast(const Job& job, bool atTarget) const;
    void reconsider();
    int siblingsCrossed(const Job& job, const QHash<int, std::size_t>& jobOf) const;
    std::vector<Coord> gapsOn(int node, const Rect& rect, Way side) const;
    void slideEnds(Job& job);
    void dodge(Job& job);
    void moveApart();
    void nudgeAll();
    /// An end of a job on the side that is looked at.
    struct SideLine {
        std::size_t job;
        bool atTarget;
    };
    void untangle();
    void untangleSide(Way side, std::vector<SideLine>& lines);
    bool swapNeighbours(Way side, const SideLine& a, const SideLine& b);
    void settleEnds();
    bool settleEnd(Job& job, bool atTarget);
    bool staysClear(const Job& job, const Path& path) const;
    void loop(Job& job, int nth);

    void place(int node, Way side, const Placed& end);
    void unplace(int node, const Port& port);
    Coord freePlace(int node, const Rect& rect, Way side, Coord wanted) const;
    std::vector<Coord> takenOn(int node, Way side, bool makingRoom = false) const;
    qint64 crowding(int node, const Rect& rect, Way side) const;

    Scene& scene_;
    std::vector<Job>& jobs_;
    SearchSpace space_;
    QHash<SideKey, std::vector<Placed>> placed_;
    QSet<int> collected_;        ///< nodes whose stored ends are in placed_
    QHash<SideKey, int> wanted_; ///< ends that have chosen this side and have no place yet
};

} // namespace groundplan::routing
