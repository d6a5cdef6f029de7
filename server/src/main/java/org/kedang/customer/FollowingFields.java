package org.kedang.customer;

import org.kedang.customfield.FieldsChanged;
import org.kedang.index.IndexUpkeep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What became sensitive leaves the index, and what is no more is found again. */
@Component
class FollowingFields {
    private final IndexUpkeep upkeep;

    FollowingFields(IndexUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @TransactionalEventListener
    void follow(FieldsChanged changed) {
        if (changed.visibility() && changed.type().equals(CustomerRecordType.CODE)) {
            upkeep.startRebuilding();
        }
    }
}
