package org.kedang.approval;

import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.db.DbSqlSession;
import org.flowable.common.engine.impl.db.DbSqlSessionFactory;
import org.flowable.common.engine.impl.persistence.cache.EntityCache;

/**
 * Does not write what is deleted in the same breath. The engine does so for executions, because
 * some of its processes hand children to other parents before they end; ours never do.
 */
class LeanSessions extends DbSqlSessionFactory {
    LeanSessions() {
        super(false);
    }

    @Override
    protected DbSqlSession createDbSqlSession() {
        EntityCache cache = Context.getCommandContext().getSession(EntityCache.class);
        return new DbSqlSession(this, cache) {
            @Override
            public void determineUpdatedObjects() {
                super.determineUpdatedObjects();
                updatedObjects.removeIf(this::isEntityToBeDeleted);
            }
        };
    }
}
