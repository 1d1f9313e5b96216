package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.ronda.kernel.StoredFile;
import org.ronda.kernel.Translated;

/** Something to read first: a link or a file. */
@Entity
public class ProcessReading extends PanacheEntity {
    long processId;
    int position;
    Translated title;
    String url;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "file_id")
    StoredFile file;

    protected ProcessReading() {}

    ProcessReading(long processId, int position, Translated title, String url, StoredFile file) {
        this.processId = processId;
        this.position = position;
        this.title = title;
        this.url = url;
        this.file = file;
    }

    public long id() {
        return id;
    }

    public Translated title() {
        return title;
    }

    public boolean isFile() {
        return file != null;
    }

    public String address() {
        return file == null ? url : file.address();
    }

    static List<ProcessReading> of(long processId) {
        return list(
                "from ProcessReading r left join fetch r.file where r.processId = ?1 order by r.position, r.id",
                processId);
    }
}
