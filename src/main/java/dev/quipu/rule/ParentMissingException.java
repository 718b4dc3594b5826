package dev.quipu.rule;

/** A row refers to a parent that does not exist, or that is softly deleted. */
public final class ParentMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String entity;
    private final String attribute;
    private final String parent;
    private final transient Object parentId;

    /**
     * @param entity the JPA name of the entity that refers
     * @param attribute its reference
     * @param parent the JPA name of the entity referred to
     * @param parentId the id that is not there
     */
    public ParentMissingException(String entity, String attribute, String parent, Object parentId) {
        super(entity + "." + attribute + " refers to " + parent + " " + parentId
                + ", which does not exist or is deleted");
        this.entity = entity;
        this.attribute = attribute;
        this.parent = parent;
        this.parentId = parentId;
    }

    public String entity() {
        return entity;
    }

    public String attribute() {
        return attribute;
    }

    public String parent() {
        return parent;
    }

    public Object parentId() {
        return parentId;
    }
}
