package org.kedang.export;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CompanyTraits;
import org.kedang.customer.CustomerGrade;
import org.kedang.customer.CustomerKind;
import org.kedang.customer.CustomerNature;
import org.kedang.customer.CustomerRecordType;
import org.kedang.customer.CustomerRecords.Filter;
import org.kedang.customer.CustomerSize;
import org.kedang.customer.CustomerSource;
import org.kedang.customer.CustomerType;
import org.kedang.customfield.CustomFilter;
import org.kedang.customfield.ReadingFilters;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which customers a file holds: those that the list shows with these filters.
 *
 * @param q words as typed into the list
 * @param more conditions on custom fields, as in the address of the list
 */
@Schema(name = "CustomerExportSelection")
public record ExportSelection(
        @Nullable @PlainText(max = 200) String q,
        @Nullable CustomerType type,
        @Nullable CustomerKind kind,
        @Nullable CustomerGrade grade,
        @Nullable UUID ownerId,
        @Nullable UUID departmentId,
        @Nullable @Size(max = 9, message = "too-long:9") String regionCode,
        @Nullable @Size(max = 4, message = "too-long:4") String industryCode,
        @Nullable @PlainText(max = 30) String tag,
        @Nullable LocalDate createdFrom,
        @Nullable LocalDate createdTo,
        @Nullable CustomerSize companySize,
        @Nullable CustomerNature nature,
        @Nullable CustomerSource source,
        @Nullable LocalDate cooperatingFrom,
        @Nullable LocalDate cooperatingTo,
        @Nullable Boolean sharedWithMe,
        @Nullable @PlainText(max = 2000) String more) {
    /**
     * What narrows the list now.
     *
     * @throws Problem {@code invalid-input} if it is not narrowed by one of the custom fields
     */
    Filter filter(ReadingFilters filters) {
        return filter(filters.read(CustomerRecordType.CODE, more));
    }

    /** The same after it was asked for once, whatever became of custom fields since. */
    Filter keptFilter(ReadingFilters filters) {
        return filter(filters.kept(CustomerRecordType.CODE, more));
    }

    private Filter filter(CustomFilter custom) {
        return new Filter(
                type,
                kind,
                grade,
                ownerId,
                departmentId,
                regionCode,
                industryCode,
                tag,
                createdFrom,
                createdTo,
                new CompanyTraits(companySize, nature, source, cooperatingFrom, cooperatingTo),
                Boolean.TRUE.equals(sharedWithMe),
                custom);
    }

    /** Words to find; {@code null} where none were typed. */
    @Nullable String words() {
        return q == null || q.isBlank() ? null : q.strip();
    }
}
