using Xemelios.Domain.Constats;
using Xemelios.Domain.Depense;
using Xemelios.Domain.Justificatifs;
using Xemelios.Import.Intake;
using Xemelios.Import.Pes;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>Imports one PES flow: mandats, acquits and pieces in one transaction, after the pay files and archives that it carries.</summary>
internal sealed class ImportDePes(ContexteDImport contexte) : IPesVisitor
{
    private readonly CollecteDAnomalies _anomalies = new();
    private readonly List<Bordereau> _bordereaux = [];
    private readonly List<Acquit> _acquits = [];
    private readonly List<(PieceJustificative Piece, Arrivage? Contenu)> _pieces = [];
    private FluxPes? _flux;

    public int Importer(Arrivage arrivage, TypeDeContenu type, Lieu lieu)
    {
        try
        {
            PesReader.Read(arrivage, contexte.Spool, this, contexte.Annulation);
            return Ecrire(arrivage, type, lieu);
        }
        finally
        {
            foreach (var (_, contenu) in _pieces)
                contenu?.Dispose();
        }
    }

    void IPesVisitor.EnTete(FluxPes flux) => _flux = flux;

    void IPesVisitor.Bordereau(Bordereau bordereau) => _bordereaux.Add(bordereau);

    void IPesVisitor.Piece(PieceJustificative piece, Arrivage? contenu) => _pieces.Add((piece, contenu));

    void IPesVisitor.Acquit(Acquit acquit) => _acquits.Add(acquit);

    void IPesVisitor.Anomalie(Anomalie anomalie) => _anomalies.Ajouter(anomalie);

    void IPesVisitor.Fin(FluxPes flux) => _flux = flux;

    private int Ecrire(Arrivage arrivage, TypeDeContenu type, Lieu lieu)
    {
        Ecarter(arrivage.Empreinte.Hexadecimal);
        var id = OuvrirLeContenant(arrivage, lieu);
        var contenus = _pieces.Select(p => ContenuPorte(p.Piece, p.Contenu, id, lieu)).ToList();
        using var transaction = contexte.Session.Commencer();
        using (var depense = transaction.Pes(id))
        {
            if (_flux is not null) depense.Flux(_flux);
            foreach (var bordereau in _bordereaux) depense.Bordereau(bordereau);
            foreach (var acquit in _acquits) depense.Acquit(acquit);
            depense.Terminer();
        }

        for (var i = 0; i < _pieces.Count; i++)
            EcrirePiece(transaction.Contenus, id, _pieces[i].Piece, _pieces[i].Contenu, contenus[i]);
        var nature = Nature(type);
        var anomalies = _anomalies.Conclure();
        transaction.Contenus.Anomalies(id, anomalies);
        transaction.Contenus.DonnerLeType(id, nature);
        transaction.Valider();
        contexte.Rapporter(new FichierImporte(
            arrivage.Chemin, nature, Etats.Importe, arrivage.Empreinte.Hexadecimal, arrivage.Octets,
            0, 0, _bordereaux.Sum(b => b.Mandats.Count), contenus.Count(c => !c.EstUnFichier), anomalies));
        return id;
    }

    /// <summary>What was deleted of this flow since it was received is not read again; the rest keeps its ranks.</summary>
    private void Ecarter(string flux)
    {
        if (contexte.Ecartes is not { } ecartes)
            return;
        _bordereaux.RemoveAll(b => ecartes.Bordereau(flux, b.Rang));
        foreach (var piece in _pieces.FindAll(p => ecartes.Piece(flux, p.Piece.Rang) || p.Contenu is not null && contexte.EstEcarte(p.Contenu)))
        {
            _pieces.Remove(piece);
            piece.Contenu?.Dispose();
        }
    }

    private int OuvrirLeContenant(Arrivage arrivage, Lieu lieu)
    {
        var interrompu = contexte.Session.Trouver(arrivage.Empreinte);
        var id = interrompu?.Id ?? contexte.Session.NouvelleCle();
        using var transaction = contexte.Session.Commencer();
        if (interrompu is null)
            transaction.Contenus.Contenu(id, arrivage.Empreinte, TypesDeFichier.EnCours, arrivage.Octets);
        else
            transaction.Contenus.Recommencer(id);
        transaction.Contenus.Livraison(ContexteDImport.Livraison(arrivage, id, lieu));
        transaction.Valider();
        return id;
    }

    /// <summary>A pay file, an archive or a flow inside a PJ is imported as a file of its own; anything else is a piece.</summary>
    private (int? Contenu, bool EstUnFichier) ContenuPorte(PieceJustificative piece, Arrivage? contenu, int pes, Lieu lieu)
    {
        if (contenu is null)
            return (null, false);
        var type = Reconnaissance.Reconnaitre(contenu);
        if (type is not (TypeDeContenu.Xhl or TypeDeContenu.PesAller or TypeDeContenu.PesAcquit) && !type.EstArchive())
            return (null, false);
        if (type == TypeDeContenu.Xhl && piece.TypePj is not (null or "004") || type != TypeDeContenu.Xhl && !type.EstArchive() && piece.TypePj == "004")
            _anomalies.Ajouter(CatalogueDesAnomalies.TypePieceContraire.En(piece.Provenance));
        var dedans = new Lieu
        {
            Contenant = pes, Profondeur = lieu.Profondeur, Octet = piece.Provenance.Octet, Nom = piece.Nom ?? piece.IdUnique ?? contenu.Nom,
        };
        return (ImportDeFichier.Importer(contenu, dedans, contexte), true);
    }

    private void EcrirePiece(EcritureDeContenus ecriture, int pes, PieceJustificative piece, Arrivage? arrivage, (int? Contenu, bool EstUnFichier) porte)
    {
        var type = arrivage is null ? TypeDeContenu.Inconnu : Reconnaissance.Reconnaitre(arrivage);
        var contenu = porte.Contenu;
        if (arrivage is not null && !porte.EstUnFichier)
            contenu = EcrireLeContenu(ecriture, pes, piece, arrivage, type);
        ecriture.Piece(new PieceAEcrire
        {
            Contenu = contenu, Contenant = pes, Pes = pes, Indice = piece.Rang,
            Chemin = arrivage?.Chemin ?? $"{piece.IdUnique}/{piece.Nom}",
            IdUnique = piece.IdUnique, Nom = piece.Nom ?? piece.IdUnique ?? "", TypePj = piece.TypePj, Description = piece.Description,
            Siret = _flux?.IdColl, TypeMime = type.TypeMime(), Octets = arrivage?.Octets ?? 0, References = piece.References,
        });
    }

    private int EcrireLeContenu(EcritureDeContenus ecriture, int pes, PieceJustificative piece, Arrivage arrivage, TypeDeContenu type)
    {
        if (!contexte.Indexation.Piece(arrivage, type, contexte.Annulation))
            _anomalies.Ajouter(CatalogueDesAnomalies.PdfSansTexte.En(piece.Provenance));
        var connu = contexte.Session.Trouver(arrivage.Empreinte);
        var contenu = connu?.Id ?? contexte.Session.NouvelleCle();
        // Brought by another flow, an archived piece serves anew.
        if (connu is null or { EstArchive: true })
            ecriture.Contenu(contenu, arrivage.Empreinte, TypesDeFichier.Piece, arrivage.Octets);
        ecriture.Livraison(new LivraisonAEcrire(
            contenu, pes, piece.Rang, arrivage.Chemin, piece.Nom ?? arrivage.Nom, null, piece.Provenance.Octet));
        return contenu;
    }

    private string Nature(TypeDeContenu type) => type switch
    {
        TypeDeContenu.PesAcquit => TypesDeFichier.Acquit,
        TypeDeContenu.PesAutre => TypesDeFichier.PesAutre,
        _ when _flux is { ADepense: true, APieces: false, AutresDomaines.Count: 0 } => TypesDeFichier.PesDepense,
        _ when _flux is { ADepense: false, APieces: true, AutresDomaines.Count: 0 } => TypesDeFichier.PesPj,
        _ => TypesDeFichier.PesAller,
    };
}
