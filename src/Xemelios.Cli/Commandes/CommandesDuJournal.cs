using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Journaux;
using Xemelios.Store.Gestion.Journaux;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>The journal: reads it, seals it, verifies it, purges it.</summary>
internal sealed class CommandeJournal : Command
{
    public CommandeJournal()
        : base("journal", "Journal des consultations : qui a ouvert quoi")
    {
        foreach (var commande in (Command[])[new CommandeListerLeJournal(), new CommandeAcces(), new CommandeTete(), new CommandeVerifierLeJournal(), new CommandePurger(), new CommandeConservation()])
            Subcommands.Add(commande);
    }
}

/// <summary>What the two commands that read the journal share.</summary>
internal abstract class CommandeDeLectureDuJournal : CommandeSurDossier
{
    private readonly Option<string?> _poste = new("--poste") { Description = "Code du poste comptable" };
    private readonly Option<DateOnly?> _du = new("--du") { Description = "Premier jour, AAAA-MM-JJ" };
    private readonly Option<DateOnly?> _au = new("--au") { Description = "Dernier jour, AAAA-MM-JJ" };
    private readonly Option<int> _page = new("--page") { Description = "Page", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _taille = new("--taille") { Description = "Entrées d'une page, 1000 au plus", DefaultValueFactory = _ => 100 };

    protected CommandeDeLectureDuJournal(string nom, string description, params IReadOnlyList<Option> options)
        : base(nom, description, options)
    {
        foreach (var option in (Option[])[_poste, _du, _au, _page, _taille])
            Options.Add(option);
    }

    protected DemandeDeJournal Demande(ParseResult ligne) => new()
    {
        Poste = ligne.GetValue(_poste), Du = ligne.GetValue(_du), Au = ligne.GetValue(_au), Page = ligne.GetValue(_page), TaillePage = ligne.GetValue(_taille),
    };
}

internal sealed class CommandeListerLeJournal : CommandeDeLectureDuJournal
{
    private readonly Option<string?> _utilisateur = new("--utilisateur") { Description = "Compte de l'auteur" };
    private readonly Option<string?> _matricule = new("--matricule") { Description = "Matricule de l'agent consulté" };
    private readonly Option<NatureDActe?> _nature = new("--nature") { Description = "Nature de l'acte, par exemple Export" };

    public CommandeListerLeJournal()
        : base("lister", "Entrées du journal, la dernière d'abord ; avec -o, toutes", Siret)
    {
        foreach (var option in (Option[])[_utilisateur, _matricule, _nature])
            Options.Add(option);
    }

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var demande = Demande(ligne) with { Utilisateur = ligne.GetValue(_utilisateur), Siret = ligne.GetValue(Siret), Matricule = ligne.GetValue(_matricule), Nature = ligne.GetValue(_nature) };
        var journal = execution.Entrepot.Journal;
        return execution.Export is null
            ? execution.Ecrire(journal.Lire(demande), Afficher)
            : execution.Exporter((_, _) => ExportDuJournal.De(demande, journal.Lire));
    }

    private static void Afficher(PageDuJournal page, Execution execution)
    {
        var tableau = new Tableau(">Rang", "Le", "Nature", "Utilisateur", "Poste", "Objet", "SIRET", "Matricule", "Clés");
        foreach (var e in page.Entrees)
            tableau.Ligne(e.Rang, e.Le.LocalDateTime, PhraseDActe.Nommer(e.Acte.Nature), e.Acte.Utilisateur, e.Acte.Poste, e.Acte.Objet, e.Acte.Siret, e.Acte.Matricule, e.Acte.Cles);
        tableau.Sur(execution.Sortie);
        execution.Sortie.WriteLine($"{page.Entrees.Count} entrée(s) sur {page.Total}.");
    }
}

internal sealed class CommandeAcces : CommandeDeLectureDuJournal
{
    private readonly Option<string> _matricule = new("--matricule") { Description = "Matricule de l'agent", Required = true };

    public CommandeAcces()
        : base("acces", "Droit d'accès d'un agent : qui a ouvert ses données, et quand", SiretRequis) => Options.Add(_matricule);

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var demande = Demande(ligne) with { TaillePage = DemandeDeJournal.PlusGrandePage };
        var acces = execution.Entrepot.Journal.Acces(ligne.GetRequiredValue(SiretRequis), ligne.GetRequiredValue(_matricule), demande);
        return execution.Export is null ? execution.Ecrire(ReponseDAcces.De(acces), Afficher) : execution.SansExport();
    }

    private static void Afficher(ReponseDAcces acces, Execution execution)
    {
        execution.Sortie.WriteLine($"Ses données ont été ouvertes {acces.TotalConsultations} fois :");
        foreach (var acte in acces.Consultations)
            execution.Sortie.WriteLine($"- {acte.Phrase}");
        execution.Sortie.WriteLine($"Ont pu les voir, parmi celles de la collectivité, {acces.TotalPuVoir} fois :");
        foreach (var acte in acces.PuVoir)
            execution.Sortie.WriteLine($"- {acte.Phrase}");
    }
}

internal sealed class CommandeTete : CommandeSurDossier
{
    private readonly Option<DateOnly?> _jour = new("--jour") { Description = "Jour dont on veut la tête, AAAA-MM-JJ ; sans lui, celle de maintenant" };

    public CommandeTete()
        : base("tete", "Tête du journal, à garder ailleurs : jour, rang, nombre, empreinte") => Options.Add(_jour);

    public override NatureDActe? Acte => null;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var journal = execution.Entrepot.Journal;
        var jour = ligne.GetValue(_jour);
        var tetes = jour is null ? new[] { journal.PoserUneTete() }.OfType<TeteDuJournal>().ToList() : [.. journal.Tetes().Where(t => t.Jour == jour)];
        execution.Ecrire(tetes, (lues, e) => lues.ForEach(t => e.Sortie.WriteLine(t)));
        if (tetes.Count == 0)
            execution.Messages.WriteLine("Le journal n'a pas de tête à cette date.");
        return tetes.Count == 0 ? CodesDeRetour.Echec : CodesDeRetour.Fait;
    }
}

internal sealed class CommandeVerifierLeJournal : CommandeSurDossier
{
    private readonly Option<string?> _tete = new("--tete") { Description = "Fichier de têtes gardé ailleurs, une par ligne" };

    public CommandeVerifierLeJournal()
        : base("verifier", "Cherche ce qui a été modifié, supprimé, inséré, échangé ou coupé dans le journal") => Options.Add(_tete);

    public override NatureDActe? Acte => null;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var fichier = ligne.GetValue(_tete) is { } donne ? Path.GetFullPath(donne, execution.Repertoire) : null;
        if (fichier is not null && !File.Exists(fichier))
        {
            execution.Messages.WriteLine($"Le fichier de têtes « {fichier} » n'existe pas.");
            return CodesDeRetour.Echec;
        }

        var rapport = execution.Entrepot.Journal.Verifier(fichier is null ? [] : TeteDuJournal.LireTout(File.ReadLines(fichier)));
        execution.Ecrire(
            new { Sain = rapport.Fautes.Count == 0, rapport.Examines, Fautes = rapport.Fautes.Select(f => new { f.Nature, f.Rang, f.JusquA, Phrase = f.ToString() }).ToList() },
            (_, e) => Afficher(rapport, e.Sortie));
        return rapport.Fautes.Count == 0 ? CodesDeRetour.Fait : CodesDeRetour.Echec;
    }

    private static void Afficher(RapportDuJournal rapport, TextWriter sortie)
    {
        foreach (var faute in rapport.Fautes)
            sortie.WriteLine(faute);
        sortie.WriteLine($"{Tableau.Ecrire((int)rapport.Examines)} entrées examinées, {(rapport.Fautes.Count == 0 ? "aucune faute" : $"{rapport.Fautes.Count} faute(s)")}.");
    }
}

internal sealed class CommandePurger : CommandeSurDossier
{
    private readonly Option<DateOnly?> _avant = new("--avant") { Description = "Purge ce qui précède ce jour, AAAA-MM-JJ ; sans lui, tout ce qui a passé le délai légal" };
    private readonly Option<bool> _simuler = new("--simuler") { Description = "Compte sans rien purger" };
    private readonly Option<bool> _controleInterne = new("--controle-interne") { Description = "Garde trois ans au lieu d'un" };

    public CommandePurger()
        : base("purger", "Retire du journal les entrées qui ont passé le délai légal")
    {
        foreach (var option in (Option[])[_avant, _simuler, _controleInterne])
            Options.Add(option);
    }

    /// <summary>The purge writes its own act, with what it took away.</summary>
    public override NatureDActe? Acte => null;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var simuler = ligne.GetValue(_simuler);
        var purge = execution.Entrepot.Journal.Purger(
            ligne.GetValue(_avant), ActeDeCommande.De(NatureDActe.PurgeDuJournal, ligne, execution),
            ligne.GetValue(_controleInterne) ? Journal.AnneesDeControleInterne : Journal.AnneesParDefaut, simuler);
        return execution.Ecrire(purge, (p, e) => e.Sortie.WriteLine(p.Nombre == 0
            ? $"Rien à purger avant le {p.Limite.LocalDateTime:dd/MM/yyyy}."
            : $"{p.Nombre} entrée(s) {(simuler ? "seraient purgées" : "purgées")}, du {p.Premier!.Value.LocalDateTime:dd/MM/yyyy} au {p.Dernier!.Value.LocalDateTime:dd/MM/yyyy}."));
    }
}

internal sealed class CommandeConservation : CommandeSurDossier
{
    private readonly Option<int?> _annees = new("--annees") { Description = "Change la durée : 1 an, ou 3 pour le contrôle interne" };

    public CommandeConservation()
        : base("conservation", "Durée pendant laquelle le journal se garde, en années")
    {
        Options.Add(_annees);
        _annees.Validators.Add(valeur =>
        {
            if (valeur.GetValueOrDefault<int?>() is < 1 or > 10)
                valeur.AddError("Le journal se garde de 1 à 10 ans.");
        });
    }

    public override NatureDActe? Acte => null;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        if (ligne.GetValue(_annees) is { } annees)
            execution.Entrepot.Journal.Conserver(annees, ActeDeCommande.De(NatureDActe.PurgeDuJournal, ligne, execution));
        return execution.Ecrire(new { execution.Entrepot.Journal.Annees }, (c, e) => e.Sortie.WriteLine($"Le journal se garde {c.Annees} an(s)."));
    }
}
