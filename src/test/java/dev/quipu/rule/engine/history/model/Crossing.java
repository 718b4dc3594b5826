package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Attributes that go up and down between the same entities without a circle. */
public final class Crossing {

    private Crossing() {}

    @Entity
    public static class Step {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public Project project;

        public int effort;
        public boolean done;

        @Computed("project.priority * effort")
        public int weight;

        @Computed("case when project.allEffort = 0 then null else effort * 100 / project.allEffort end")
        public Integer percent;
    }

    @Entity
    public static class Project {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public Owner owner;

        public Integer ownPriority;

        @OneToMany(mappedBy = "project")
        public List<Step> steps = new ArrayList<>();

        @SumOf("steps.effort")
        public int allEffort;

        @SumOf(value = "steps.effort", where = "done")
        public int doneEffort;

        @Computed("coalesce(ownPriority, owner.rank, 0)")
        public int priority;

        @SumOf("steps.weight")
        public int weight;

        @MaxOf("steps.percent")
        public Integer largestPart;

        @Computed("allEffort = doneEffort")
        public Boolean finished;
    }

    @Entity
    public static class Owner {
        @Id
        public Long id;

        public Integer rank;

        @OneToMany(mappedBy = "owner")
        public List<Project> projects = new ArrayList<>();

        @CountOf(value = "projects", where = "not finished")
        public int openProjects;

        @SumOf("projects.weight")
        public long weight;

        @MaxOf(value = "projects.largestPart", where = "finished or priority > 1")
        public Integer largestPart;
    }
}
