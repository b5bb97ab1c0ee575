using System.Globalization;
using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Query.Tests.Donnees;
using Xemelios.Store.Agents;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Store.Gestion.Notes;
using Xemelios.Store.TextIndex;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>A folder in which every text says of which part it is, and what is protected says that too: seen where it must not be, it
/// cannot be missed.</summary>
/// <remarks>Two employers, two budgets, five months. The files of all parts hold the same rubriques and natures.</remarks>
internal sealed class DossierMarque : IDisposable
{
    public const string Commune = "21990001200019";
    public const string Hopital = "26990001500018";

    /// <summary>What only protected texts hold, and the number of children of everybody.</summary>
    public const string Secret = "SECRET";
    public const string FinDeCompte = "ZQ9";
    public const int Enfants = 7777;

    public static readonly int[] Periodes = [202510, 202511, 202512, 202601, 202602];

    private readonly Dictionary<string, EmployeurDeTest> _employeurs;
    private readonly List<AgentTrouve> _agents = [];
    private readonly List<PageTrouvee> _pages = [];
    private readonly DirectoryInfo _gestion = Directory.CreateTempSubdirectory("xemelios-notes-");

    public DossierMarque()
    {
        Entrepot.Connexion.Execute("BEGIN");
        _employeurs = new[] { Commune, Hopital }.ToDictionary(s => s, s => new EmployeurDeTest(Entrepot, s, $"Employeur {s}"));
        foreach (var siret in _employeurs.Keys)
            foreach (var budget in new[] { "00", "01" })
            {
                foreach (var periode in Periodes)
                    Remplir(new Part(siret, budget, periode));
                foreach (var annee in new[] { 2025, 2026 })
                    Mandater(siret, budget, annee);
            }

        foreach (var siret in _employeurs.Keys)
            Passage(siret);
        Entrepot.Connexion.Execute("COMMIT");
        AgentsConnus = new IndexDAgentsFige(_agents);
        Textes = new IndexDePagesFige(_pages);
        Notes = Noter();
        Carnet = Controler();
    }

    public Entrepot Entrepot { get; } = new(dansUnFichier: true);

    public Dictionary<Part, VolumeDeTest> Volumes { get; } = [];

    /// <summary>Pieces by the first part that has a right on them; those of a flow are of a year.</summary>
    public List<(int Id, Part Part, bool DeLAnnee)> Pieces { get; } = [];

    public List<(int Contenu, string Siret, string Budget, int Annee, List<int> Mandats)> Flux { get; } = [];

    public IRechercheDAgents AgentsConnus { get; }

    public ITextIndex Textes { get; }

    /// <summary>A note on each agent and on each bulletin, by the mark of its part.</summary>
    public NotesGardees Notes { get; }

    /// <summary>A visa and a note on each état, and one on each first bulletin, by the mark of its part.</summary>
    public CarnetDeControle Carnet { get; }

    public void Dispose()
    {
        Entrepot.Dispose();
        _gestion.Delete(recursive: true);
    }

    /// <summary>Leaves nothing but what a perimeter holds: the folder of somebody who has nothing else.</summary>
    public void Reduire(Perimetre perimetre)
    {
        var volumes = Volumes.Where(v => !v.Key.EstDans(perimetre)).Select(v => v.Value.Contenu).ToList();
        var flux = Flux.Where(f => !Periodes.Any(p => p / 100 == f.Annee && new Part(f.Siret, f.Budget, p).EstDans(perimetre))).Select(f => f.Contenu).ToList();
        var pieces = Pieces.Where(p => p.DeLAnnee ? !Periodes.Any(m => m / 100 == p.Part.Periode / 100 && (p.Part with { Periode = m }).EstDans(perimetre)) : !p.Part.EstDans(perimetre)).Select(p => p.Id).ToList();
        Entrepot.Connexion.Execute("BEGIN");
        var bulletins = $"SELECT id FROM paye_individuelle WHERE contenu IN ({Liste(volumes)})";
        foreach (var table in new[] { "nbi", "periode_de_paye", "evenement", "repartition_budget", "donnee_brute", "reference_de_bulletin" })
            Entrepot.Connexion.Execute($"DELETE FROM {table} WHERE bulletin IN ({bulletins})");
        Entrepot.Connexion.Execute($"DELETE FROM agent WHERE id IN (SELECT agent FROM paye_individuelle WHERE contenu IN ({Liste(volumes)}))");
        foreach (var table in new[] { "ligne", "total_de_rubrique", "nomenclature", "repartition", "etablissement", "paye_individuelle", "volume" })
            Entrepot.Connexion.Execute($"DELETE FROM {table} WHERE contenu IN ({Liste(volumes)})");
        foreach (var table in new[] { "ligne_de_mandat", "reference_de_mandat" })
            Entrepot.Connexion.Execute($"DELETE FROM {table} WHERE mandat IN (SELECT id FROM mandat WHERE contenu IN ({Liste(flux)}))");
        foreach (var table in new[] { "mandat", "bordereau", "flux_pes" })
            Entrepot.Connexion.Execute($"DELETE FROM {table} WHERE contenu IN ({Liste(flux)})");
        Entrepot.Connexion.Execute($"DELETE FROM piece WHERE id IN ({Liste(pieces)})");
        Entrepot.Connexion.Execute("COMMIT");
        OublierLesNotes(perimetre);
    }

    private string Gestion => Path.Combine(_gestion.FullName, "gestion.db");

    private NotesGardees Noter()
    {
        var notes = new NotesGardees(Gestion);
        var redaction = new RedactionDeNotes(notes, new JournalMuet(), new HorlogeFixe());
        foreach (var parts in Volumes.Keys.GroupBy(p => (p.Siret, p.Budget)))
        {
            var agent = new CibleDeNote(parts.Key.Siret) { Matricule = $"MAT{parts.Key.Siret[..2]}{parts.Key.Budget}-1" };
            redaction.Ajouter(SorteDeNote.Rectification, agent, "Adresse", $"Note {parts.Key.Budget}", null, Acte);
            foreach (var part in parts)
                redaction.Ajouter(
                    SorteDeNote.Rectification, agent with { Volume = Donnees.Entrepot.Empreinte(Volumes[part].Nom), Ordre = 1, Mois = Domain.Valeurs.MoisDePaye.FromCle(part.Periode), Budget = part.Budget },
                    "Indice", $"Note {part.Marque}", null, Acte);
        }

        return notes;
    }

    private CarnetDeControle Controler()
    {
        var carnet = new CarnetDeControle(Gestion);
        var tenue = new TenueDuCarnet(carnet, new JournalMuet(), new HorlogeFixe());
        foreach (var part in Volumes.Keys)
        {
            var etat = new CibleDeControle(part.Siret) { Budget = part.Budget, Mois = Domain.Valeurs.MoisDePaye.FromCle(part.Periode), Train = "" };
            var vues = new DonneesVues([Donnees.Entrepot.Empreinte(Volumes[part].Nom)], new Dictionary<string, string>(StringComparer.Ordinal) { ["brut"] = "1.00" });
            tenue.Viser(etat, DecisionDeVisa.ARegulariser, $"Visa {part.Marque}", vues, null, Acte);
            tenue.Noter(etat with { Nature = "64111" }, $"Note de contrôle {part.Marque}", Acte);
            tenue.Viser(
                etat with { Volume = vues.Fichiers[0], Ordre = 1, Matricule = $"MAT{part.Siret[..2]}{part.Budget}-1" }, DecisionDeVisa.ARegulariser, $"Visa de bulletin {part.Marque}", vues, null, Acte);
        }

        return carnet;
    }

    // What the base refuses to anybody else.
    private void OublierLesNotes(Perimetre perimetre)
    {
        using var connexion = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Gestion, Pooling = false }.ConnectionString);
        connexion.Open();
        using var commande = connexion.CreateCommand();
        commande.CommandText = "DROP TRIGGER note_sans_suppression; DROP TRIGGER ecrit_sans_suppression";
        commande.ExecuteNonQuery();
        foreach (var part in Volumes.Keys.Where(p => !p.EstDans(perimetre)))
        {
            foreach (var table in (string[])["note", "ecrit_de_controle"])
            {
                commande.CommandText = $"DELETE FROM {table} WHERE siret = '{part.Siret}' AND budget = '{part.Budget}' AND mois = {part.Periode.ToString(CultureInfo.InvariantCulture)}";
                commande.ExecuteNonQuery();
            }
        }
    }

    private static Acte Acte => new(NatureDActe.Rectification, "claire", "essai", "essai");

    private int Dernier(string table) => new Requete(Entrepot.Connexion, Perimetre.Complet, $"SELECT max(id) FROM {table}").Lire(r => r.Entier())[0];

    private static string Liste(IEnumerable<int> cles) => string.Join(", ", cles.DefaultIfEmpty(-1).Select(c => c.ToString(CultureInfo.InvariantCulture)));

    private void Remplir(Part part)
    {
        var employeur = _employeurs[part.Siret];
        var archive = Entrepot.Contenu("ARCHIVE", $"archive-{part.Marque}.zip");
        var volume = employeur.Volume($"volume-{part.Marque}.xhl", part.Periode, part.Budget, contenant: archive).NaturesUsuelles()
            .Rubrique("3000", "64118", libelle: "Heures IHTS").Nomenclature(SorteDeNomenclature.Nature, "64111", "Rémunération principale")
            .Nomenclature(SorteDeNomenclature.Evenement, "AVT", "Avancement").Repartition("64111", 100m, $"Réparti {part.Marque}");
        Volumes[part] = volume;
        Entrepot.Connexion.Execute($"UPDATE volume SET adr1 = 'Mairie {part.Marque}' WHERE contenu = {volume.Contenu}");
        Entrepot.Inserer("etablissement", new { contenu = volume.Contenu, rang = 1, nom = $"Établissement {part.Marque}" });
        Piece(part, $"orpheline-{part.Marque}.pdf", archive);
        for (var rang = 1; rang <= 4; rang++)
            if (rang != 3 || part.Periode % 2 == 0)   // somebody comes and goes
                Bulletin(volume, part, rang, archive);
    }

    private void Bulletin(VolumeDeTest volume, Part part, int rang, int archive)
    {
        var personne = $"{part.Siret[..2]}{part.Budget}-{rang}";
        var reference = $"arrete-{part.Marque}-{rang}.pdf";
        var sansMatricule = rang == 4;
        volume.Bulletin(sansMatricule ? null : $"MAT{personne}", b =>
            {
                b.Traitement(1000 + (part.Periode % 100 * 10) + (part.Periode == 202602 ? 500 * rang : 0)).Urssaf(200).Piece(null, reference).Evenement("AVT", $"Avancement de {personne} {part.Marque}")
                    .Ligne(CategorieDeLigne.Indemnite, "3000", 33m, "Heures IHTS", taux: 16.5m, unites: 2)
                    .Ligne(CategorieDeLigne.SupFam, "1200", 2.29m, "Supplément familial").Ligne(CategorieDeLigne.Commentaire, null, null, $"Commentaire {part.Marque}");
                if (part.Periode % 2 == 0)
                    b.Prime(50 + rang);
                Completer(b.Id, part, personne);
            },
            nom: $"NOM{personne}", prenom: $"Prénom {personne}", statut: part.Periode % 2 == 0 ? "TITULAIRE" : "STAGIAIRE", service: $"Service {part.Marque}",
            net: 900, heuresSup: 2, grade: $"Grade {part.Marque}", echelon: $"{part.Periode % 100}", indice: 390 + part.Periode % 100, quotite: 80 + (part.Periode % 2));
        var id = Dernier("paye_individuelle");
        Proteger(id, part, personne);
        Piece(part, reference, archive);
        _agents.Add(new AgentTrouve(new DocumentDAgent(part.Siret, sansMatricule ? "" : $"MAT{personne}", $"NOM{personne}", $"Prénom {personne}", "", $"Grade {part.Marque}", $"Service {part.Marque}"), 1));
    }

    private void Completer(int id, Part part, string personne)
    {
        Entrepot.Inserer("repartition_budget", new { bulletin = id, rang = 1, code_budget = part.Budget, taux = 60 });
        Entrepot.Inserer("repartition_budget", new { bulletin = id, rang = 2, code_budget = $"X{part.Budget}", taux = 40 });
        Entrepot.Inserer("nbi", new { bulletin = id, rang = 1, valeur = 10 });
        Entrepot.Inserer("periode_de_paye", new { bulletin = id, rang = 1, debut = new DateOnly(part.Periode / 100, part.Periode % 100, 1) });
        Entrepot.Inserer("donnee_brute", new { bulletin = id, rang = 1, chemin = "Agent/Autre", texte = $"{Secret} BRUT {personne} {part.Marque}" });
    }

    // The account changes every month; the first agent has a RIB, the others an IBAN.
    private void Proteger(int id, Part part, string personne) => Entrepot.Connexion.Execute($"""
        UPDATE agent SET nir = '{Secret}NIR{personne}', enfants = {Enfants}, adr1 = '{Secret}RUE {part.Marque}', cp = '{Secret}CP', ville = '{Secret}VILLE', pays = '{Secret}PAYS',
            compte_banque = '{Secret}B', code_guichet = '{Secret}G', numero_compte = '{Secret}N{part.Marque}{FinDeCompte}{part.Periode % 10}', libelle_banque = '{Secret}DOMICILIATION', titulaire = '{Secret}TITULAIRE'
            {(personne.EndsWith("-1", StringComparison.Ordinal) ? "" : $", iban = '{Secret}IBAN{part.Marque}{FinDeCompte}{part.Periode % 10}', bic = '{Secret}BIC'")}
        WHERE id = {id}
        """);

    private void Piece(Part part, string nom, int archive)
    {
        var contenu = Entrepot.Contenu("PIECE", nom, archive);
        var id = Entrepot.Id();
        Entrepot.Inserer("piece", new { id, contenu, contenant = archive, indice = 0, chemin = $"archive/{nom}", nom, siret = part.Siret, type_mime = "application/pdf", octets = 100 });
        Pieces.Add((id, part, false));
        _pages.Add(new PageTrouvee(Entrepot.Empreinte(nom), 1, $"extrait de {nom}", 1));
    }

    private void Mandater(string siret, string budget, int annee)
    {
        var part = new Part(siret, budget, Periodes.First(p => p / 100 == annee));
        var flux = _employeurs[siret].Flux($"flux-{siret}-{budget}-{annee}", $"{annee}-12-20", budget).Bordereau("1", exercice: annee);
        foreach (var periode in Periodes.Where(p => p / 100 == annee))
            flux.Mandat($"{periode}", [("64111", 100m)], $"PAYE {periode % 100:00}/{annee}", nomReference: Volumes[part with { Periode = periode }].Nom);
        var nom = $"pj-{siret}-{budget}-{annee}.pdf";
        flux.Piece(Entrepot.Contenu("PIECE", nom, flux.Contenu), $"ID{part.Marque}", nom, refcompta: annee == 2026 ? $"{part.Periode}" : null);
        Pieces.Add((Dernier("piece"), part, true));
        _pages.Add(new PageTrouvee(Entrepot.Empreinte(nom), 1, $"extrait de {nom}", 1));
        Flux.Add((flux.Contenu, siret, budget, annee, []));
    }

    private void Passage(string siret)
    {
        var contenu = Entrepot.Contenu("PASSAGE", $"passage-{siret}.csv");
        Entrepot.Inserer("passage", new { contenu, rang = 1, siret, categorie = (int)CategorieDeLigne.SupFam, code = "1200", nature_salariale = "64112", debut = 0, fin = 999_912 });
    }

    private sealed class IndexDAgentsFige(IReadOnlyList<AgentTrouve> agents) : IRechercheDAgents
    {
        public IReadOnlyList<AgentTrouve> Chercher(string texte, int limite, CancellationToken annulation) => agents;
    }

    private sealed class JournalMuet : IJournal
    {
        public void Ecrire(Acte acte)
        {
        }
    }

    private sealed class HorlogeFixe : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 31, 9, 0, 0, TimeSpan.Zero);
    }

    private sealed class IndexDePagesFige(IReadOnlyList<PageTrouvee> pages) : ITextIndex
    {
        public void Ajouter(IEnumerable<DocumentDePiece> pages) => throw new NotSupportedException();

        public bool ConnaitLaPiece(string empreinte) => false;

        public bool EstSansTexte(string empreinte) => false;

        public void NeGarderQue(IReadOnlySet<string> empreintes) => throw new NotSupportedException();

        public IReadOnlyList<PageTrouvee> Chercher(string texte, int limite, Func<string, bool>? visible, CancellationToken annulation) => [.. pages.Where(p => visible?.Invoke(p.Empreinte) != false)];

        public string EmpreinteLogique() => "";

        public void Dispose()
        {
        }
    }
}
