package dev.quipu.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What somebody did to a folder or a page. */
@Entity
@Immutable
@Table(name = "folder_entries")
class FolderEntry extends AuditRecord {}
